using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>Finds the services of a connection class, its own and those of its base classes.</summary>
internal static class ServiceParser
{
    public static EquatableArray<ServiceModel> Parse(INamedTypeSymbol type, IAssemblySymbol from, Compilation compilation, CancellationToken cancellationToken)
    {
        var services = new List<ServiceModel>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var declaring = type; IsUserClass(declaring); declaring = declaring.BaseType)
        {
            var mayInherit = IsUserClass(declaring.BaseType);
            foreach (var member in declaring.GetMembers())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || overridden.Contains(method) || !IsService(method, mayInherit, out var needsLease, out var root))
                {
                    continue;
                }

                for (var replaced = mayInherit ? method.OverriddenMethod : null; replaced is not null; replaced = replaced.OverriddenMethod)
                {
                    overridden.Add(replaced);
                }

                var introducedBy = compilation.IsSymbolAccessibleWithin(root.ContainingType, from) ? root.ContainingType : type;
                if (Parse(method, root, introducedBy, needsLease) is { } service && seen.Add(Key(service)))
                {
                    services.Add(service);
                }
            }
        }

        services.Sort(static (a, b) => string.CompareOrdinal(Key(a), Key(b)));
        return services.ToEquatableArray();
    }

    public static string Key(ServiceModel service) => service.Name + "(" + string.Join(",", service.Parameters.Select(static p => p.Signature)) + ")";

    /// <summary>True up the chain of base classes until the library's own root.</summary>
    public static bool IsUserClass([NotNullWhen(true)] INamedTypeSymbol? type) =>
        type is { SpecialType: SpecialType.None } && !TypeNames.Is(type, "ConnectionGen", "Connection");

    // an override of a service is a service, marked again or not; it is introduced where it was first declared, and the library's own root introduces none
    private static bool IsService(IMethodSymbol method, bool mayInherit, out bool needsLease, out IMethodSymbol root)
    {
        needsLease = false;
        root = method;
        var found = false;
        for (var declared = method; declared is not null; declared = mayInherit ? declared.OverriddenMethod : null)
        {
            foreach (var attribute in declared.GetAttributes())
            {
                if (TypeNames.Is(attribute.AttributeClass, "ConnectionGen", "ServiceAttribute"))
                {
                    needsLease |= attribute.NamedArguments.Any(static a => a is { Key: "NeedsLease", Value.Value: true });
                    found = true;
                    root = declared;
                }
            }
        }

        return found;
    }

    private static ServiceModel? Parse(IMethodSymbol method, IMethodSymbol root, INamedTypeSymbol introducedBy, bool needsLease)
    {
        if (method.Name.Length == 0 || !CanOverride(method) || !TryReturn(method.ReturnType, out var kind, out var result))
        {
            return null;
        }

        var parameters = new List<ParameterModel>(method.Parameters.Length);
        var token = -1;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || !CanForward(parameter.Type) || parameter.Name.Length == 0)
            {
                return null;
            }

            if (TypeNames.Is(parameter.Type, "System.Threading", "CancellationToken"))
            {
                token = parameters.Count;
            }

            var type = TypeNames.Of(parameter.Type);
            parameters.Add(new ParameterModel(
                CSharpText.Parameter(parameter.Name), type, TypeNames.Signature(parameter.Type, type), DefaultValue.Of(parameter), parameter.IsParams));
        }

        var returnType = TypeNames.Of(method.ReturnType);
        return new ServiceModel(
            method.Name,
            kind,
            returnType,
            result is null ? "void" : TypeNames.Of(result),
            TypeNames.Signature(method.ReturnType, returnType),
            parameters.ToEquatableArray(),
            token,
            needsLease,
            kind is ServiceKind.TaskOfResult or ServiceKind.ValueTaskOfResult && IsScope(result),
            TypeNames.Of(introducedBy),
            Depth(introducedBy),
            root.GetDocumentationCommentId() ?? "",
            ObsoleteAttributeOf(method));
    }

    private static bool CanOverride(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsGenericMethod: false, IsSealed: false, ReturnsByRef: false, ReturnsByRefReadonly: false }
        && (method.IsVirtual || method.IsAbstract || method.IsOverride);

    private static bool TryReturn(ITypeSymbol type, out ServiceKind kind, out ITypeSymbol? result)
    {
        kind = ServiceKind.Value;
        result = type;
        if (type.SpecialType == SpecialType.System_Void)
        {
            kind = ServiceKind.Void;
            result = null;
            return true;
        }

        if (type is INamedTypeSymbol { Arity: 0 } plain)
        {
            if (TypeNames.Is(plain, "System.Threading.Tasks", "Task") || TypeNames.Is(plain, "System.Threading.Tasks", "ValueTask"))
            {
                kind = plain.Name == "Task" ? ServiceKind.Task : ServiceKind.ValueTask;
                result = null;
                return true;
            }
        }
        else if (type is INamedTypeSymbol { Arity: 1 } generic)
        {
            var known = true;
            if (TypeNames.Is(generic, "System.Threading.Tasks", "Task"))
            {
                kind = ServiceKind.TaskOfResult;
            }
            else if (TypeNames.Is(generic, "System.Threading.Tasks", "ValueTask"))
            {
                kind = ServiceKind.ValueTaskOfResult;
            }
            else if (TypeNames.Is(generic, "System.Collections.Generic", "IAsyncEnumerable"))
            {
                kind = ServiceKind.Stream;
            }
            else
            {
                known = false;
            }

            if (known)
            {
                result = generic.TypeArguments[0];
            }
        }

        return CanForward(result);
    }

    /// <summary>False for types that do not exist and for those that cannot be kept in a field while a call waits.</summary>
    public static bool CanForward(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CanForward(array.ElementType),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol or IErrorTypeSymbol => false,
        INamedTypeSymbol named => !named.IsRefLikeType && named.TypeArguments.All(CanForward),
        _ => true,
    };

    private static bool IsScope(ITypeSymbol? result) =>
        result is not null && (IsScopeInterface(result) || result.AllInterfaces.Any(IsScopeInterface));

    private static bool IsScopeInterface(ITypeSymbol type) => type is INamedTypeSymbol named && TypeNames.Is(named, "ConnectionGen", "IConnectionScope");

    private static int Depth(INamedTypeSymbol type)
    {
        var depth = 0;
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>The attribute as text, to stand on what is generated for the member; null where there is none.</summary>
    public static string? ObsoleteAttributeOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System", "ObsoleteAttribute"))
            {
                var arguments = attribute.ConstructorArguments.Where(static a => a.Value is string or bool).Select(static a => CSharpText.Constant(a.Value!))
                    .Concat(attribute.NamedArguments.Where(static a => a.Value.Value is string).Select(static a => a.Key + " = " + CSharpText.Constant(a.Value.Value!)));
                return $"[global::System.Obsolete({string.Join(", ", arguments)})]";
            }
        }

        return null;
    }
}
