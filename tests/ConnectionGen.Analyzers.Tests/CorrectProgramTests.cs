using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers.Tests;

/// <summary>Nothing is said of a program that is right.</summary>
public sealed class CorrectProgramTests
{
    public static TheoryData<string> Programs => [.. Directory.GetFiles(Path.Combine(UserProgram.Folder, "Right"), "*.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_as_users_write_it_is_right(string program) => AssertSilent(await UserProgram.Read(Path.Combine("Right", program)).AnalyzeAsync());

    [Fact]
    public void There_are_many() => Assert.True(Programs.Count >= 40, $"only {Programs.Count} programs");

    [Fact]
    public async Task The_contract_s_files_are_right()
    {
        // beside the repository or in it
        var folders = Ancestors(UserProgram.Folder).SelectMany(folder => new[] { Path.Combine(folder, "..", "shared", "contract"), Path.Combine(folder, "tests", "ConnectionGen.Contract.Tests") });
        var folder = folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "ContractTests.cs")) && File.Exists(Path.Combine(folder, "lab.yaml")));
        if (folder is null)
        {
            Assert.Skip("the contract's files are not beside the repository");
            return;
        }

        var found = await OfFolder(folder).AnalyzeAsync();
        AssertSilent(found);

        // both are asked for on purpose there, and silenced by a pragma
        Assert.Equal("CG1002, CG1005", string.Join(", ", found.Where(diagnostic => diagnostic.IsSuppressed).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("NativeTool")]
    [InlineData("Quickstart")]
    public async Task The_samples_are_right(string sample) =>
        AssertSilent(await OfFolder(Ancestors(UserProgram.Folder).Select(folder => Path.Combine(folder, "samples", sample)).First(Directory.Exists)).AnalyzeAsync());

    /// <summary>NetworkTests and Worker stand on other packages, too: their own builds analyse them, where a warning is an error.</summary>
    [Fact]
    public void No_sample_is_left_out() =>
        Assert.Equal(["NativeTool", "NetworkTests", "Quickstart", "Worker"], Directory.GetDirectories(Ancestors(UserProgram.Folder).Select(folder => Path.Combine(folder, "samples")).First(Directory.Exists)).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    private static void AssertSilent(IEnumerable<Diagnostic> found)
    {
        var said = found.Where(diagnostic => !diagnostic.IsSuppressed).ToArray();
        Assert.True(said.Length == 0, string.Join("\n", said.Select(diagnostic => diagnostic.ToString())));
    }

    private static UserProgram OfFolder(string folder) => UserProgram.Of(
        Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
        Directory.GetFiles(folder, "*.yaml").Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
        OutputKind.ConsoleApplication);

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            yield return directory.FullName;
        }
    }
}
