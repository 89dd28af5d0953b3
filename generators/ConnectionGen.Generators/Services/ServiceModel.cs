namespace ConnectionGen.Generators;

/// <summary>What a service gives back.</summary>
internal enum ServiceKind
{
    Void,
    Value,
    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
    Stream,
}

/// <summary>A service of a connection class.</summary>
/// <param name="Name">The method's name, not escaped.</param>
/// <param name="Kind">What it gives back.</param>
/// <param name="ReturnType">The return type as written.</param>
/// <param name="ResultType">What a caller has in the end; <c>void</c> if nothing.</param>
/// <param name="ReturnSignature">The return type as overloads compare it.</param>
/// <param name="Parameters">The parameters, the token among them.</param>
/// <param name="TokenIndex">Which parameter is the cancellation token; -1 if none.</param>
/// <param name="NeedsLease">True where a pool refuses it outside a lease.</param>
/// <param name="IsScope">True where the result holds the connection until it is disposed of.</param>
/// <param name="IntroducedBy">The type that a connection must be to have the service.</param>
/// <param name="Depth">How many types stand between that type and the root, so that derived types come first.</param>
/// <param name="DocumentationId">Where its documentation is.</param>
/// <param name="Obsolete">The attribute as text; null where the service is not obsolete.</param>
internal sealed record ServiceModel(
    string Name,
    ServiceKind Kind,
    string ReturnType,
    string ResultType,
    string ReturnSignature,
    EquatableArray<ParameterModel> Parameters,
    int TokenIndex,
    bool NeedsLease,
    bool IsScope,
    string IntroducedBy,
    int Depth,
    string DocumentationId,
    string? Obsolete)
{
    public bool IsAsync => Kind is not (ServiceKind.Void or ServiceKind.Value);

    /// <summary>The service with nothing but what must be given, and its token.</summary>
    public ServiceModel WithoutOptional()
    {
        var kept = Parameters.Where((p, i) => p.Default is null || i == TokenIndex).ToEquatableArray();
        return this with { Parameters = kept, TokenIndex = TokenIndex < 0 ? -1 : Array.IndexOf([.. kept], Parameters[TokenIndex]) };
    }
}

/// <summary>A parameter of a service.</summary>
/// <param name="Name">Its name, escaped.</param>
/// <param name="Type">Its type as written.</param>
/// <param name="Signature">Its type as overloads compare it.</param>
/// <param name="Default">Its default value as text; null where it must be given.</param>
/// <param name="IsParams">True for <c>params</c>.</param>
internal sealed record ParameterModel(string Name, string Type, string Signature, string? Default, bool IsParams);

/// <summary>A connection class and what it offers, as the accessors see it.</summary>
/// <param name="Type">The class as generated code writes it.</param>
/// <param name="SupportsPooling">False where there is no pool of it.</param>
/// <param name="Services">Its services, inherited ones included.</param>
internal sealed record ClassServices(string Type, bool SupportsPooling, EquatableArray<ServiceModel> Services);
