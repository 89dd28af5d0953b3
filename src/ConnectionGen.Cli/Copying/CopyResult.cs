namespace ConnectionGen.Cli;

/// <summary>What a copy has come to.</summary>
/// <param name="Bytes">How many bytes were copied; null where the device does not say.</param>
/// <param name="Duration">How long it took, all attempts together.</param>
/// <param name="Attempts">How many attempts it took.</param>
/// <param name="Text">All that the device said in the last one; secrets are replaced.</param>
public sealed record CopyResult(long? Bytes, TimeSpan Duration, int Attempts, string Text);

/// <summary>How far a copy has come.</summary>
/// <param name="Text">The line that the device shows; secrets are replaced.</param>
/// <param name="Percent">How much of a hundred; null where the device does not say.</param>
/// <param name="Bytes">How many bytes; null where the device does not say.</param>
public sealed record CopyProgress(string Text, double? Percent, long? Bytes)
{
    /// <summary>The line that the device shows.</summary>
    public override string ToString() => Text;
}
