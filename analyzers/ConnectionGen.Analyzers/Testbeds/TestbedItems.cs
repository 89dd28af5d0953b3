using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>All <c>Testbed</c> items of the project.</summary>
internal sealed class TestbedItems
{
    private readonly string? _projectDirectory;

    private TestbedItems(ImmutableArray<TestbedItem> all, string? projectDirectory)
    {
        All = all;
        _projectDirectory = projectDirectory;
    }

    public ImmutableArray<TestbedItem> All { get; }

    public static TestbedItems Of(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<TestbedItem>();
        foreach (var file in options.AdditionalFiles)
        {
            if (TestbedItem.From(file, options, cancellationToken) is { } item)
            {
                items.Add(item);
            }
        }

        return new TestbedItems(items.ToImmutable(), ProjectDirectory(options.AnalyzerConfigOptionsProvider.GlobalOptions));
    }

    /// <summary>The items that a path relative to the project names: one, or none, or several by mistake.</summary>
    public ImmutableArray<TestbedItem> Find(string file)
    {
        var asked = Normal(file);
        var exact = All.Where(item => item.Link == asked || Normal(item.Path) == asked || Relative(item) == asked).ToImmutableArray();
        return exact.Length > 0 || _projectDirectory is not null
            ? exact
            : [.. All.Where(item => Normal(item.Path).EndsWith("/" + asked, StringComparison.Ordinal))];
    }

    /// <summary>The whole testbeds that extend or include a file, by themselves or by way of another.</summary>
    public ImmutableArray<TestbedItem> UsersOf(TestbedItem item)
    {
        var users = DirectUsersOf(item);
        var whole = users.Where(user => DirectUsersOf(user).Length == 0).ToImmutableArray();
        return whole.Length > 0 ? whole : users;
    }

    private ImmutableArray<TestbedItem> DirectUsersOf(TestbedItem item) =>
        [.. All.Where(other => other.Path != item.Path && other.Document.OtherFiles.Any(item.IsAt))];

    /// <summary>How a user names the item in C#: relative to the project where that is known.</summary>
    public string NameOf(TestbedItem item) => Relative(item) ?? item.Name;

    /// <summary>A message of the reader, which calls files as the compiler does, with files of the project called as the project calls them.</summary>
    public string Shown(string message) => _projectDirectory is null ? message : message.Replace(_projectDirectory, "");

    private static string? ProjectDirectory(AnalyzerConfigOptions options) =>
        (options.TryGetValue("build_property.MSBuildProjectDirectory", out var directory) || options.TryGetValue("build_property.ProjectDir", out directory))
        && directory.Length > 0
            ? Normal(directory).TrimEnd('/') + "/"
            : null;

    private static string Normal(string path)
    {
        var normal = path.Replace('\\', '/');
        return normal.StartsWith("./", StringComparison.Ordinal) ? normal.Substring(2) : normal;
    }

    private string? Relative(TestbedItem item)
    {
        var path = Normal(item.Path);
        return _projectDirectory is not null && path.StartsWith(_projectDirectory, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(_projectDirectory.Length)
            : null;
    }
}
