using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class ConnectionClassRules
{
    public const string NotPartialId = "CG0001";

    public static readonly DiagnosticDescriptor NotPartial = new(
        NotPartialId,
        "The class must be partial",
        "'{0}' must be partial, because {1}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator adds members to connection classes and testbed classes, which needs 'partial' on them and on every type around them.",
        helpLinkUri: Help.Page(NotPartialId));
}
