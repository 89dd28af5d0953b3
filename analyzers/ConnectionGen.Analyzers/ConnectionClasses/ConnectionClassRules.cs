using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

internal static class ConnectionClassRules
{
    public const string NotPartialId = "CG0001";
    public const string NotAConnectionId = "CG0002";
    public const string CannotDeriveId = "CG0003";
    public const string ConstructorId = "CG0007";
    public const string SameNameId = "CG0008";
    public const string NoYamlFormId = "CG0010";
    public const string ReservedArgumentId = "CG0012";
    public const string RequiredMemberId = "CG0013";

    public static readonly DiagnosticDescriptor NotPartial = new(
        NotPartialId,
        "The class must be partial",
        "'{0}' must be partial, because {1}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(NotPartialId, "The generator adds members to connection classes and testbed classes, which needs 'partial' on them and on every type around them."),
        helpLinkUri: Help.Page(NotPartialId));

    public static readonly DiagnosticDescriptor NotAConnection = new(
        NotAConnectionId,
        "A connection class derives from Connection",
        "'{0}' is marked [ConnectionClass], but {1}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(NotAConnectionId, "A connection class derives from ConnectionGen.Connection, directly or through classes of one's own."),
        helpLinkUri: Help.Page(NotAConnectionId));

    public static readonly DiagnosticDescriptor CannotDerive = new(
        CannotDeriveId,
        "The class cannot be a connection class",
        "'{0}' cannot be a connection class, because it is {1}",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(CannotDeriveId, "The generator derives a class from each connection class and adds a part to it; it can be neither sealed, abstract, static nor generic, nor hidden from the rest of the assembly."),
        helpLinkUri: Help.Page(CannotDeriveId));

    public static readonly DiagnosticDescriptor Constructor = new(
        ConstructorId,
        "A connection class has one constructor that takes a ConnectionContext first",
        "'{0}' has {1} constructors that take a ConnectionContext first; it must have exactly one, and its other parameters are the class's arguments",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(ConstructorId, "The generator makes connections by the one constructor whose first parameter is a ConnectionContext."),
        helpLinkUri: Help.Page(ConstructorId));

    public static readonly DiagnosticDescriptor SameName = new(
        SameNameId,
        "Two connection classes have one name in testbed files",
        "Testbed files call both '{0}' and '{1}' by the name '{2}', which {3} uses; write the full type name there, or give one of them another name in [ConnectionClass]",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(SameNameId, "A name in a testbed file must find one class. The full type name always does."),
        helpLinkUri: Help.Page(SameNameId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoYamlForm = new(
        NoYamlFormId,
        "The argument cannot stand in a testbed file",
        "Argument '{0}' of '{1}' must be given in each call, because a '{2}' has no form in a testbed file and the parameter no default value",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(NoYamlFormId, "Texts, numbers, booleans, enums, TimeSpan, Uri, IPAddress, SecretString and lists or maps of texts can stand in a testbed file."),
        helpLinkUri: Help.Page(NoYamlFormId));

    public static readonly DiagnosticDescriptor ReservedArgument = new(
        ReservedArgumentId,
        "The argument has the name of a parameter of every Connect method",
        "Argument '{0}' of '{1}' has the name of a parameter that every Connect method has; call it otherwise",
        Category.ConnectionClasses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: Help.About(ReservedArgumentId, "The generated Connect methods have parameters of their own: device, alias, via, poolSize, poolTimeout and cancellationToken."),
        helpLinkUri: Help.Page(ReservedArgumentId));

    public static readonly DiagnosticDescriptor RequiredMember = new(
        RequiredMemberId,
        "A connection class cannot have required members",
        "'{0}' is required, but the library makes connections of '{1}' and cannot set it; take it as a constructor parameter",
        Category.ConnectionClasses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(RequiredMemberId, "Connections are made by the library, from a constructor alone."),
        helpLinkUri: Help.Page(RequiredMemberId));
}
