namespace ConnectionGen.Generators;

/// <summary>A connection class of this compilation.</summary>
/// <param name="Declaration">Where it stands.</param>
/// <param name="Names">Its names in testbed files.</param>
/// <param name="Options">What the attribute says beside the names, as arguments of the factory's description.</param>
/// <param name="IsDefault">True for the class that is used where nobody names one.</param>
/// <param name="NeedsCredentials">True for a class that logs in.</param>
/// <param name="SupportsPooling">False where there is no pool of it.</param>
/// <param name="ExtensionsName">What the class with its Connect methods is called.</param>
/// <param name="ShortName">Its name less <c>Connection</c>.</param>
/// <param name="HasPublicArguments">False where an argument's type is hidden from other assemblies.</param>
/// <param name="ConstructorDocumentationId">Where the arguments' documentation is.</param>
/// <param name="Obsolete">The attribute as text; null where the class is not obsolete.</param>
/// <param name="Arguments">Its constructor's parameters after the context.</param>
/// <param name="Services">Its services, inherited ones included.</param>
internal sealed record ConnectionClassModel(
    TypeDeclaration Declaration,
    EquatableArray<string> Names,
    string Options,
    bool IsDefault,
    bool NeedsCredentials,
    bool SupportsPooling,
    string ExtensionsName,
    string ShortName,
    bool HasPublicArguments,
    string ConstructorDocumentationId,
    string? Obsolete,
    EquatableArray<ArgumentModel> Arguments,
    EquatableArray<ServiceModel> Services)
{
    public string ManagedName => Declaration.Name + "__Managed";

    public string ManagedType => Declaration.FullName + "." + ManagedName;

    public string Accessibility => Declaration.IsPublic && HasPublicArguments ? "public" : "internal";

    /// <summary>The arguments with their forms, as the runtime and the analyzers read them.</summary>
    public IEnumerable<string> WrittenArguments => Arguments.Select(static a => $"{a.Key}={a.Form}");

    public ClassServices ToServices() => new(Declaration.FullName, SupportsPooling, Services);
}

/// <summary>An argument of a connection class: a constructor parameter after the context.</summary>
/// <param name="Name">The parameter's name, not escaped.</param>
/// <param name="Key">Its name in testbed files.</param>
/// <param name="Type">Its type as written.</param>
/// <param name="OptionalType">Its type with room for "not said".</param>
/// <param name="Form">How it is written in a testbed file, for those who judge one; <c>any</c> where its type has no form there.</param>
/// <param name="Reader">How it is read from a testbed file; null where its type has no form there.</param>
/// <param name="Fallback">What follows when nobody said it: <c>?? 80</c>, <c>?? throw …</c>, or nothing.</param>
internal sealed record ArgumentModel(string Name, string Key, string Type, string OptionalType, string Form, string? Reader, string Fallback);
