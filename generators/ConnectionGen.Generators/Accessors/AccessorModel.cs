namespace ConnectionGen.Generators;

/// <summary>A method on devices, alias handles and pools that calls a service of whatever connection is behind them.</summary>
/// <param name="Name">The method's name, not escaped.</param>
/// <param name="Dispatch">The name of the method that chooses the connection's own.</param>
/// <param name="Priority">0, or less where another accessor with the same required parameters has fewer optional ones.</param>
/// <param name="Kind">What it gives back.</param>
/// <param name="ReturnType">The return type as written.</param>
/// <param name="ResultType">What a caller has in the end; <c>void</c> if nothing.</param>
/// <param name="Parameters">The parameters, the token among them.</param>
/// <param name="TokenIndex">Which parameter is the cancellation token; -1 if none.</param>
/// <param name="NeedsLease">True where a pool refuses it outside a lease.</param>
/// <param name="DocumentationId">Where the service's documentation is.</param>
/// <param name="Obsolete">The attribute as text; null where not every service behind it is obsolete.</param>
/// <param name="Arms">The classes that introduce such a service, derived before base.</param>
/// <param name="Pools">The classes whose pools have it.</param>
internal sealed record AccessorModel(
    string Name,
    string Dispatch,
    int Priority,
    ServiceKind Kind,
    string ReturnType,
    string ResultType,
    EquatableArray<ParameterModel> Parameters,
    int TokenIndex,
    bool NeedsLease,
    string DocumentationId,
    string? Obsolete,
    EquatableArray<ArmModel> Arms,
    EquatableArray<string> Pools)
{
    public bool IsAsync => Kind is not (ServiceKind.Void or ServiceKind.Value);

    /// <summary>The blocking twin; null for synchronous services, streams and names without <c>Async</c>.</summary>
    public TwinModel? Twin { get; init; }
}

/// <summary>A blocking twin.</summary>
/// <param name="Name">The name without <c>Async</c>.</param>
/// <param name="IsOnDevices">False where devices, handles and pools have it from a synchronous service of the same name.</param>
internal sealed record TwinModel(string Name, bool IsOnDevices);

/// <summary>How one class's service is called.</summary>
/// <param name="Type">The class that introduces it.</param>
/// <param name="Depth">How far the class is from the root.</param>
/// <param name="Method">The method's name, not escaped.</param>
/// <param name="Kind">What the method gives back, where a synchronous accessor may call an asynchronous service.</param>
/// <param name="IsExact">True where the service has the accessor's parameters; false where it has more, which take their defaults.</param>
/// <param name="DocumentationId">Where the method's documentation is.</param>
/// <param name="Arguments">The call's arguments: one of the accessor's parameters each.</param>
internal sealed record ArmModel(string Type, int Depth, string Method, ServiceKind Kind, bool IsExact, string DocumentationId, EquatableArray<ArgumentText> Arguments);

/// <summary>An argument of a call.</summary>
/// <param name="Named">The parameter's name where it must be said; else null.</param>
/// <param name="Value">The accessor's parameter that is given.</param>
internal sealed record ArgumentText(string? Named, string Value);
