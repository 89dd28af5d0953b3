namespace ConnectionGen.Packaging.Tests.Reproducing;

/// <summary>Two clones of the same commit in two places, each packed once.</summary>
public sealed class TwoClones(PackageFeed feed) : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("connectiongen-clones-");

    internal Clone First => field ??= new(Path.Combine(_root.FullName, "first"), feed.Version);

    internal Clone Second => field ??= new(Path.Combine(_root.FullName, "the second"), feed.Version);

    public async ValueTask InitializeAsync()
    {
        foreach (var clone in (Clone[])[First, Second])
        {
            clone.Write();
            await clone.PackAsync(feed.Server);
        }
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
