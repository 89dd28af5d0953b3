using System.Text.RegularExpressions;

namespace ConnectionGen.Packaging.Tests;

public sealed partial class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public async Task The_README_s_program_builds_and_its_misspelt_path_is_answered_as_it_says()
    {
        var readme = (await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var program = Block(readme, "// Program.cs");
        var workspace = feed.NewWorkspace("readme");
        workspace.WriteProject("Readme.csproj", "Exe", $"""<PackageReference Include="ConnectionGen.Cli" Version="{feed.Version}" />""", """<Testbed Include="lab.yaml" />""");
        workspace.Write("lab.yaml", Block(readme, "# lab.yaml"));

        workspace.Write("Program.cs", program.Replace("via: \"mgmt\"", "via: \"mgnt\"", StringComparison.Ordinal));
        var misspelt = await workspace.DotnetAsync("build");
        workspace.Write("Program.cs", program);
        var right = await workspace.DotnetAsync("build", "--no-restore");

        Assert.Equal(1, misspelt.ExitCode);
        var answer = misspelt.Output.Split('\n').First(line => line.Contains("error", StringComparison.Ordinal));
        Assert.Equal(Answer().Match(readme).Value, Place().Replace(answer, ""));
        right.Succeeded();
    }

    private static string Block(string readme, string firstLine)
    {
        var start = readme.IndexOf($"\n{firstLine}\n", StringComparison.Ordinal) + 1;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^Program\.cs\(.*$", RegexOptions.Multiline)]
    private static partial Regex Answer();

    /// <summary>The folder before the file's name, and the project after the message.</summary>
    [GeneratedRegex(@"^.*(?=Program\.cs\()| \[[^\]]*\]$")]
    private static partial Regex Place();
}
