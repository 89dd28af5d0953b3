using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli;

/// <summary>How to reload a device, and how to wait for it.</summary>
public sealed record ReloadOptions
{
    /// <summary>What to type; the platform's own command unless said otherwise.</summary>
    public string? Command { get; init; }

    /// <summary>
    /// The number of the one member of a stack, or of the one module, to reload; null for the whole device. The session stays where it is another than that
    /// which is spoken to.
    /// </summary>
    public int? Member { get; init; }

    /// <summary>Whether to save a configuration that was changed, where the device asks. False unless said otherwise.</summary>
    public bool Save { get; init; }

    /// <summary>Answers to further questions, also those of the start; asked before the others.</summary>
    public Dialog Reply { get; init; } = Dialog.Empty;

    /// <summary>The name of the credential to log in with afterwards; that of the path unless said otherwise. A path that is opened anew uses its own.</summary>
    public string? Credential { get; init; }

    /// <summary>Where the link stays, as on a console: how long the device must be silent after its prompt, before it is taken to be there; also after which silence Enter is sent. 60 seconds unless said otherwise.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where the link is lost: how long to wait before the first attempt to connect again, since a device may accept connections while it still goes down. 30 seconds unless said otherwise.</summary>
    public TimeSpan BeforeReconnect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait between two attempts; 10 seconds unless said otherwise.</summary>
    public TimeSpan BetweenAttempts { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many attempts to connect again; as many as the time is enough for, unless said otherwise.</summary>
    public int? Attempts { get; init; }
}
