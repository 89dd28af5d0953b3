using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class CallRules
{
    public const string UnknownPathId = "CG1001";
    public const string UnknownAliasId = "CG1002";
    public const string AliasNameId = "CG1003";
    public const string UnknownDeviceId = "CG1004";
    public const string ServiceNotOfferedId = "CG1005";
    public const string OtherClassId = "CG1006";
    public const string DefaultsAsPathId = "CG1007";

    public static readonly DiagnosticDescriptor UnknownPath = new(
        UnknownPathId,
        "The testbed has no such path",
        "There is no path '{0}' on {1}{2}; {3}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(UnknownPathId, "The constant given as 'via' names no path of the device in the testbed file, so the call would fail when it runs."),
        helpLinkUri: Help.Page(UnknownPathId));

    public static readonly DiagnosticDescriptor UnknownDevice = new(
        UnknownDeviceId,
        "The testbed has no such device",
        "There is no device '{0}' in {1}{2}; {3}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(UnknownDeviceId, "The constant names no device of the testbed file, so the look-up would fail when it runs."),
        helpLinkUri: Help.Page(UnknownDeviceId));

    public static readonly DiagnosticDescriptor DefaultsAsPath = new(
        DefaultsAsPathId,
        "'defaults' is no path",
        "'defaults' is the block that all paths of a device share and no path itself; {0}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(DefaultsAsPathId, "The entry 'defaults' under 'connections' holds the class, alias and path to use where a call names none."),
        helpLinkUri: Help.Page(DefaultsAsPathId));

    public static readonly DiagnosticDescriptor UnknownAlias = new(
        UnknownAliasId,
        "No code connects this alias",
        "Nothing in this project connects '{0}' on device '{1}'{2}; {3}",
        Category.Calls,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(UnknownAliasId, "The alias is used, but no Connect or Instantiate of this compilation makes it, so the call would fail when it runs."),
        helpLinkUri: Help.Page(UnknownAliasId));

    public static readonly DiagnosticDescriptor AliasName = new(
        AliasNameId,
        "The alias cannot be a member of the device",
        "Alias '{0}' cannot be used as a member of the device, because {1}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(AliasNameId, "Each alias becomes a property of the device, so it is an identifier and no member that the device already has."),
        helpLinkUri: Help.Page(AliasNameId));

    public static readonly DiagnosticDescriptor ServiceNotOffered = new(
        ServiceNotOfferedId,
        "The connection has no such service",
        "'{0}' of device '{1}' is a {2}, which has no service '{3}'; {4}",
        Category.Calls,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(ServiceNotOfferedId, "The class behind the alias, as far as the project's calls and the testbed file say, does not offer the service."),
        helpLinkUri: Help.Page(ServiceNotOfferedId));

    public static readonly DiagnosticDescriptor OtherClass = new(
        OtherClassId,
        "The path declares another connection class",
        "Path '{0}' of device '{1}' declares class '{2}', but this call makes a {3}{4}",
        Category.Calls,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(OtherClassId, "The testbed file says with 'class' by which connection class a path is used."),
        helpLinkUri: Help.Page(OtherClassId));
}
