using System.Diagnostics;

namespace ConnectionGen.Tool.Tests;

/// <summary>The guides beside the command's own page.</summary>
internal static class GuidePage
{
    public static string Root { get; } = FindRoot();

    /// <summary>What a page shows in its only screen: the lines after <c>$</c>, and the lines that are no commands.</summary>
    public static (string[] Commands, string[] Shown) Screen(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "docs", page)).SkipWhile(static line => line != "```console").Skip(1).TakeWhile(static line => line != "```").ToArray();
        return ([.. lines.Where(IsCommand).Select(static line => line[2..])], [.. lines.Where(static line => !IsCommand(line))]);
    }

    /// <summary>A shell in which <c>connectiongen</c> is the command as it was built.</summary>
    public static ProcessStartInfo Shell(string folder, string script) => new("/bin/bash", ["-c", $"connectiongen() {{ '{ToolCommand.Host}' '{ToolCommand.Assembly}' \"$@\"; }}\nexec 2>&1\n{script}"])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        Environment = { ["LAB_PASSWORD"] = "lab-pass" },
    };

    private static bool IsCommand(string line) => line.StartsWith("$ ", StringComparison.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConnectionGen.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the repository is not around the tests");
    }
}
