namespace ConnectionGen.Simulation;

/// <summary>How a recording becomes mock data.</summary>
public sealed class RecordingOptions
{
    /// <summary>The device's host name; in prompts it becomes <c>%N</c>. Null leaves prompts as they are.</summary>
    public string? HostName { get; init; }

    /// <summary>Texts that must not stand in the mock data; each is replaced by <see cref="Replacement"/> wherever it is found.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>What is typed in place of a secret, and of everything typed at a prompt that asks for a password.</summary>
    public string Replacement { get; init; } = "secret";

    /// <summary>Whether each answer takes as long as it took in the recording; otherwise it comes at once. Speed scales these delays as any others.</summary>
    public bool KeepDelays { get; init; }

    /// <summary>Whether a command that was given again and answered otherwise keeps all its answers, as a list; otherwise only the first.</summary>
    public bool KeepRepeated { get; init; } = true;
}
