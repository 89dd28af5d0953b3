using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks the services of connection classes one by one: CG0004, CG0005, CG0006, CG0011 and CG0014.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ServiceRules.NotVirtual, ServiceRules.NotPublic, ServiceRules.CannotForward, ServiceRules.NoToken, ServiceRules.HiddenService];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Of(start.Compilation) is { } library)
            {
                start.RegisterSymbolAction(symbol => Check(symbol, library), SymbolKind.Method);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, LibraryTypes library)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || LibraryTypes.Find(method, library.Service) is null)
        {
            return;
        }

        if (NotCallable(method) is { } reason)
        {
            Report(context, ServiceRules.NotPublic, method, method.Name, reason);
        }
        else if (!(method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed)))
        {
            Report(context, ServiceRules.NotVirtual, method, method.Name);
        }

        CheckForwarding(context, method);
        if (!method.IsOverride)
        {
            CheckToken(context, method);
        }

        if (HidingMember(method.Name, library) is { } member)
        {
            Report(context, ServiceRules.HiddenService, method, method.Name, member);
        }
    }

    private static string? NotCallable(IMethodSymbol method) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation ? "an explicit implementation of an interface"
        : method.IsStatic ? "static"
        : method.DeclaredAccessibility switch
        {
            Accessibility.Public => null,
            Accessibility.Protected => "protected",
            Accessibility.Internal => "internal",
            Accessibility.ProtectedOrInternal => "protected internal",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "private",
        };

    private static void CheckForwarding(SymbolAnalysisContext context, IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            Report(context, ServiceRules.CannotForward, method.TypeParameters[0], $"Type parameter '{method.TypeParameters[0].Name}'", method.Name, "services are not generic");
        }

        if ((method.ReturnsByRef || method.ReturnsByRefReadonly ? "it is a reference to a variable (ref)" : Forwarding.Obstacle(method.ReturnType)) is { } result)
        {
            Report(context, ServiceRules.CannotForward, method, "The result", method.Name, result);
        }

        foreach (var parameter in method.Parameters)
        {
            if (Forwarding.Obstacle(parameter) is { } obstacle)
            {
                Report(context, ServiceRules.CannotForward, parameter, $"Parameter '{parameter.Name}'", method.Name, obstacle);
            }
        }
    }

    private static void CheckToken(SymbolAnalysisContext context, IMethodSymbol method)
    {
        if (IsAsynchronous(method.ReturnType) && !method.Parameters.Any(parameter => parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" }))
        {
            Report(context, ServiceRules.NoToken, method, method.Name);
        }
    }

    private static bool IsAsynchronous(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() switch
    {
        "System.Threading.Tasks" => type.Name is "Task" or "ValueTask",
        "System.Collections.Generic" => type.Name == "IAsyncEnumerable",
        _ => false,
    };

    // The blocking twin has the name without its ending.
    private static string? HidingMember(string service, LibraryTypes library)
    {
        var twin = service.EndsWith("Async", StringComparison.Ordinal) ? service.Substring(0, service.Length - "Async".Length) : service;
        return library.DeviceMembers.Contains(service) ? service : library.DeviceMembers.Contains(twin) ? twin : null;
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, ISymbol place, params object[] words) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.Locations[0], words));
}
