namespace ConnectionGen.Packaging.Tests;

/// <summary>The compiler's build server, one of the tests' own: it serves all their folders, as a user's serves all the user's. Disposing ends it.</summary>
internal sealed class CompilerServer : IAsyncDisposable
{
    private readonly string _pipe = $"connectiongen-{Guid.NewGuid():N}";

    /// <summary>What a build needs to know of it; properties of MSBuild may be variables of the environment.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = _pipe,
    };

    public async ValueTask DisposeAsync()
    {
        var sdks = await ProgramRun.OfAsync("dotnet", PackageFeed.Repository, Environment, "msbuild", "-getProperty:RoslynTargetsPath", "src/ConnectionGen/ConnectionGen.csproj");
        var server = Path.Combine(sdks.Output.Trim(), "bincore", "VBCSCompiler.dll");
        (await ProgramRun.OfAsync("dotnet", PackageFeed.Repository, Environment, server, $"-pipename:{_pipe}", "-shutdown")).Succeeded();
    }
}
