namespace ConnectionGen.Simulation;

/// <summary>Numbers that look random and are the same for the same seed on every machine and runtime (SplitMix64).</summary>
internal sealed class Repeatable(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to just under 1.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 to just under <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(Next() * end);

    /// <summary>True in this share of the calls.</summary>
    public bool Happens(double share) => share > 0 && Next() < share;

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = (byte)Next(256);
        }
    }

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
