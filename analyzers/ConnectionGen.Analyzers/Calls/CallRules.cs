using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class CallRules
{
    public const string UnknownPathId = "CG1001";
    public const string UnknownDeviceId = "CG1004";
    public const string DefaultsAsPathId = "CG1007";

    public static readonly DiagnosticDescriptor UnknownPath = new(
        UnknownPathId,
        "The testbed has no such path",
        "There is no path '{0}' on {1}{2}; {3}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The constant given as 'via' names no path of the device in the testbed file, so the call would fail when it runs.",
        helpLinkUri: Help.Page(UnknownPathId));

    public static readonly DiagnosticDescriptor UnknownDevice = new(
        UnknownDeviceId,
        "The testbed has no such device",
        "There is no device '{0}' in {1}{2}; {3}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The constant names no device of the testbed file, so the look-up would fail when it runs.",
        helpLinkUri: Help.Page(UnknownDeviceId));

    public static readonly DiagnosticDescriptor DefaultsAsPath = new(
        DefaultsAsPathId,
        "'defaults' is no path",
        "'defaults' is the block that all paths of a device share and no path itself; {0}",
        Category.Calls,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The entry 'defaults' under 'connections' holds the class, alias and path to use where a call names none.",
        helpLinkUri: Help.Page(DefaultsAsPathId));
}
