using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class ServiceRules
{
    public const string NotVirtualId = "CG0004";

    public static readonly DiagnosticDescriptor NotVirtual = new(
        NotVirtualId,
        "The service must be virtual",
        "Service '{0}' must be virtual; as it is, a call of it passes by the connection's gate, wrappers, log and trace",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The generator overrides each service to run it through the one point where a connection's calls are serialised, wrapped and recorded.",
        helpLinkUri: Help.Page(NotVirtualId));
}
