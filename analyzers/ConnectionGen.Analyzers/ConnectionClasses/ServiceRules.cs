using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class ServiceRules
{
    public const string NotVirtualId = "CG0004";
    public const string NotPublicId = "CG0005";
    public const string CannotForwardId = "CG0006";
    public const string OtherResultId = "CG0009";
    public const string NoTokenId = "CG0011";
    public const string HiddenServiceId = "CG0014";
    public const string OtherNamesId = "CG0015";

    public static readonly DiagnosticDescriptor NotVirtual = new(
        NotVirtualId,
        "The service must be virtual",
        "Service '{0}' must be virtual; as it is, a call of it passes by the connection's gate, wrappers, log and trace",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(NotVirtualId, "The generator overrides each service to run it through the one point where a connection's calls are serialised, wrapped and recorded."),
        helpLinkUri: Help.Page(NotVirtualId));

    public static readonly DiagnosticDescriptor NotPublic = new(
        NotPublicId,
        "The service must be a public instance method",
        "Service '{0}' must be a public instance method, but it is {1}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(NotPublicId, "A service is called through the device, an alias or a pool, from any code, on one connection."),
        helpLinkUri: Help.Page(NotPublicId));

    public static readonly DiagnosticDescriptor CannotForward = new(
        CannotForwardId,
        "The parameter cannot be passed on",
        "{0} of '{1}' cannot be passed on, because {2}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(CannotForwardId, "A call waits its turn at the connection's gate, so its parameters and result are kept meanwhile; references to variables, ref structs and pointers cannot be, and type parameters have no place in the accessors."),
        helpLinkUri: Help.Page(CannotForwardId));

    public static readonly DiagnosticDescriptor OtherResult = new(
        OtherResultId,
        "Two services differ only in their result",
        "Service '{0}' of '{1}' gives '{2}', and the one of '{3}' with the same parameters '{4}'; through a device or alias neither can be called, only through a connection of a known type",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(OtherResultId, "The device has one method for all services with the same name and parameters, so their results must be the same."),
        helpLinkUri: Help.Page(OtherResultId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoToken = new(
        NoTokenId,
        "An asynchronous service takes a CancellationToken",
        "Service '{0}' cannot be cancelled; add a parameter 'CancellationToken cancellationToken = default' as the last one",
        Category.ConnectionClasses,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: Help.About(NoTokenId, "A service without a token runs to its end, whatever its caller does."),
        helpLinkUri: Help.Page(NoTokenId));

    public static readonly DiagnosticDescriptor HiddenService = new(
        HiddenServiceId,
        "The service has the name of a member of Device",
        "Service '{0}' cannot be called as a method of the device, because Device has a member '{1}'; call it otherwise",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(HiddenServiceId, "Methods and properties of Device win over the generated accessors."),
        helpLinkUri: Help.Page(HiddenServiceId));

    public static readonly DiagnosticDescriptor OtherNames = new(
        OtherNamesId,
        "Two services differ only in parameter names or defaults",
        "Service '{0}' of '{1}' is '{2}', and the one of '{3}' with the same parameter types is '{4}'; through a device or alias only one form can be called",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(OtherNamesId, "The device has one method for all services with the same name and parameter types, with the names and default values of one of them."),
        helpLinkUri: Help.Page(OtherNamesId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
