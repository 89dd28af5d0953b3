using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class WrapperRules
{
    public const string NeverRunsId = "CG0016";

    /// <summary>Reported as an error where no class or service that is not visible here could make the wrapper run.</summary>
    public static readonly DiagnosticDescriptor NeverRuns = new(
        NeverRunsId,
        "The service wrapper never runs",
        "Wrapper '{0}' never runs: {1}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(NeverRunsId, "A wrapper runs around services of the connection class and name in its attribute; a typed one only where arguments and result are its own."),
        helpLinkUri: Help.Page(NeverRunsId));
}
