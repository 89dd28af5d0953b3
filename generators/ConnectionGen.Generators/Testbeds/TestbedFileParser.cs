using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Generators;

/// <summary>A Testbed item to its model.</summary>
internal static class TestbedFileParser
{
    /// <summary>Null where the additional file is not a testbed.</summary>
    public static TestbedItem? Item(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        if (!options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.ConnectionGenTestbed", out var isTestbed)
            || !string.Equals(isTestbed, "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.ConnectionGenLink", out var link);
        options.GlobalOptions.TryGetValue("build_property.MSBuildProjectDirectory", out var project);
        var projectPath = Relative(file.Path, project);
        return new TestbedItem(file, string.IsNullOrEmpty(link) ? projectPath ?? Path.GetFileName(file.Path) : Normal(link!), projectPath);
    }

    /// <summary>Reads a file by itself. What extends or includes others has no model yet.</summary>
    public static TestbedReading Read(TestbedItem item, CancellationToken cancellationToken)
    {
        var document = TestbedReader.ReadContent(Text(item.File, cancellationToken), item.File.Path, null, cancellationToken);
        return new TestbedReading(item, document.IsComplete ? Model(item, document) : null);
    }

    /// <summary>Reads a file together with those of the items that it extends or includes.</summary>
    public static TestbedFileModel Complete(TestbedReading reading, ImmutableArray<TestbedItem> items, CancellationToken cancellationToken) =>
        reading.Model ?? Model(reading.Item, TestbedReader.ReadContent(
            Text(reading.Item.File, cancellationToken),
            reading.Item.File.Path,
            name => items.FirstOrDefault(i => Normal(i.File.Path) == Normal(name)) is { } other ? Text(other.File, cancellationToken) : null,
            cancellationToken));

    private static string Text(AdditionalText file, CancellationToken cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? "";

    private static TestbedFileModel Model(TestbedItem item, TestbedDocument document)
    {
        var devices = document.Devices.GroupBy(static d => d.Name, StringComparer.Ordinal).Select(g => Device(g.Last(), document)).ToEquatableArray();
        return new TestbedFileModel(item.Link, item.ProjectPath, devices, TopologyParser.Links(document));
    }

    /// <summary>The form in which paths are compared.</summary>
    public static string Normal(string path)
    {
        var normal = path.Replace('\\', '/');
        return normal.StartsWith("./", StringComparison.Ordinal) ? normal.Substring(2) : normal;
    }

    private static string? Relative(string path, string? project)
    {
        if (string.IsNullOrEmpty(project))
        {
            return null;
        }

        var root = Normal(project!).TrimEnd('/') + "/";
        var full = Normal(path);
        return full.StartsWith(root, StringComparison.Ordinal) ? full.Substring(root.Length) : null;
    }

    private static DeviceModel Device(DeviceNode device, TestbedDocument document)
    {
        var kind = string.Join(" ", new[] { device.Body.Text("os"), device.Body.Text("type") }.Where(static t => !string.IsNullOrEmpty(t)));
        var paths = device.Paths.GroupBy(static p => p.Name, StringComparer.Ordinal)
            .Select(g => new PathModel(g.Key, g.Last().Body.Text("class") ?? device.Defaults?.Text("class")));
        return new DeviceModel(device.Name, kind.Length == 0 ? device.Name : $"{device.Name} ({kind})", device.Defaults?.Text("alias"), paths.ToEquatableArray(), TopologyParser.Interfaces(document, device.Name));
    }
}

/// <summary>An additional file that is a testbed. It is the same as long as its text is.</summary>
/// <param name="File">The file.</param>
/// <param name="Link">Where it stands beside the program.</param>
/// <param name="ProjectPath">Where it stands, relative to the project; null where it is elsewhere.</param>
internal sealed record TestbedItem(AdditionalText File, string Link, string? ProjectPath);

/// <summary>A testbed file as read by itself.</summary>
/// <param name="Item">The file.</param>
/// <param name="Model">Its model; null where it extends or includes other files, so that it is not known yet.</param>
internal sealed record TestbedReading(TestbedItem Item, TestbedFileModel? Model);
