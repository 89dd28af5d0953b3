using System.Runtime.CompilerServices;

namespace ConnectionGen.Generators.Tests;

/// <summary>Compares generated files with those that stand beside the test, named as Verify.SourceGenerators names them.</summary>
internal static class Snapshot
{
    /// <summary>Writes a <c>.received.cs</c> file beside the verified one where they differ.</summary>
    /// <param name="generated">What was generated.</param>
    /// <param name="only">The one file to compare; all of them unless given.</param>
    /// <param name="test">The test's name.</param>
    /// <param name="testFile">The test's file.</param>
    public static void Matches(Generated generated, string? only = null, [CallerMemberName] string test = "", [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}#";
        var different = new List<string>();
        foreach (var file in generated.Files.Where(f => only is null || f == only))
        {
            var name = prefix + file[..^".cs".Length];
            var verified = Path.Combine(folder, name + ".verified.cs");
            var received = Path.Combine(folder, name + ".received.cs");
            var text = generated[file];
            if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
            {
                File.Delete(received);
            }
            else
            {
                File.WriteAllText(received, text);
                different.Add(received);
            }
        }

        var gone = Directory.EnumerateFiles(folder, prefix + "*.verified.cs")
            .Where(f => !generated.Files.Contains(Path.GetFileName(f)[prefix.Length..^".verified.cs".Length] + ".cs"));
        Assert.Equal([], gone);
        Assert.True(different.Count == 0, "Differs from what was verified: " + string.Join(", ", different));
    }
}
