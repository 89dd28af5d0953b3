using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>An interface as the file describes it, before there are devices.</summary>
internal readonly record struct InterfaceDescription(InterfaceNode Node, ValueScope Scope)
{
    /// <summary>The name of its link, markup resolved; null where it is on none.</summary>
    public string? Link => Node.Link is { } link ? Scope.Text(link, "link") : null;

    /// <summary>Its alias, markup resolved; its name where it has none.</summary>
    public string Alias => Scope.Text(Node.Body, "alias") ?? Node.Name;
}
