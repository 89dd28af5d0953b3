using ConnectionGen.Cli.Dialogs;

namespace ConnectionGen.Cli;

/// <summary>What to copy, and the answers to what a device may ask about it. What is null is answered by Enter, where the device offers something.</summary>
/// <param name="Source">Where from, as the device writes it: <c>tftp:</c>, <c>flash:image.bin</c>, <c>scp://192.0.2.1/image.bin</c>, <c>running-config</c>.</param>
/// <param name="Destination">Where to.</param>
/// <example><code>
/// await r1.CopyAsync(new CopyRequest("scp:", "flash:")
/// {
///     Server = "192.0.2.1", SourceFile = "images/new.bin", DestinationFile = "new.bin", Credential = "files",
/// }, progress: new Progress&lt;CopyProgress>(step => Console.WriteLine(step)));
/// </code></example>
public sealed record CopyRequest(string Source, string Destination)
{
    /// <summary>The server's address, where it stands in neither address.</summary>
    public string? Server { get; init; }

    /// <summary>The file's name at the source.</summary>
    public string? SourceFile { get; init; }

    /// <summary>The file's name at the destination.</summary>
    public string? DestinationFile { get; init; }

    /// <summary>The name of the testbed's credential whose user and password the server is given; <see cref="UserName"/> and <see cref="Password"/> win over it.</summary>
    public string? Credential { get; init; }

    /// <summary>The user that the server is given.</summary>
    public string? UserName { get; init; }

    /// <summary>The password that the server is given; it is in no message.</summary>
    public SecretString? Password { get; init; }

    /// <summary>The VRF through which the server is reached.</summary>
    public string? Vrf { get; init; }

    /// <summary>False to leave a file alone that is there already; the copy fails then.</summary>
    public bool Overwrite { get; init; } = true;

    /// <summary>True to erase the destination first, where the device asks whether to.</summary>
    public bool Erase { get; init; }

    /// <summary>Which partition of the destination, where the device asks.</summary>
    public int Partition { get; init; }

    /// <summary>True to trust a server's SSH host key that the device does not know. The copy fails otherwise.</summary>
    public bool AcceptHostKey { get; init; }

    /// <summary>How often to try, where the network is what fails.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Further words of the command.</summary>
    public string Options { get; init; } = "";

    /// <summary>Answers to further questions; asked before the others.</summary>
    public Dialog Reply { get; init; } = Dialog.Empty;
}
