using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers.Tests;

public sealed class CorrectProgramTests
{
    /// <summary>Where the example programs of the project stand, if they are at hand.</summary>
    private static string? Folder()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var contract = Path.Combine(directory.FullName, "..", "shared", "contract");
            if (File.Exists(Path.Combine(directory.FullName, "ConnectionGen.sln")) && Directory.Exists(contract))
            {
                return contract;
            }
        }

        return null;
    }

    [Fact]
    public async Task The_contract_s_files_are_right()
    {
        if (Folder() is not { } folder)
        {
            Assert.Skip("the contract's files are not beside the repository");
            return;
        }

        var code = Directory.GetFiles(folder, "*.cs").Select(File.ReadAllText);
        var found = await Loose.AnalyzeProgramAsync(code, await File.ReadAllTextAsync(Path.Combine(folder, "lab.yaml"), TestContext.Current.CancellationToken));
        Assert.Equal("", string.Join("\n", found.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning)));

        // both are asked for on purpose there, and silenced by a pragma
        Assert.Equal("CG1002, CG1005", string.Join(", ", found.Where(diagnostic => diagnostic.IsSuppressed).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)));
    }
}
