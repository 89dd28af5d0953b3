using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Finds wrappers that no service is wrapped by: CG0016.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrapperAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WrapperRules.NeverRuns];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Of(start.Compilation) is { } library
                && start.Compilation.GetTypeByMetadataName("ConnectionGen.ServiceWrapperAttribute") is { } attribute
                && start.Compilation.GetTypeByMetadataName("ConnectionGen.ServiceWrapper") is { } wrapper)
            {
                var classes = new ClassNames(start.Compilation, library);
                start.RegisterSymbolAction(symbol => Check(symbol, attribute, wrapper, classes, library), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol attribute, INamedTypeSymbol wrapper, ClassNames classes, LibraryTypes library)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var uses = type.GetAttributes().Where(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)).ToArray();
        if (uses.Length == 0 || Bases(type).Any(ancestor => ancestor.TypeKind == TypeKind.Error))
        {
            return;
        }

        if (Obstacle(type, wrapper, context.Compilation) is { } obstacle)
        {
            Report(context, type.Locations[0], DiagnosticSeverity.Error, obstacle);
            return;
        }

        foreach (var use in uses)
        {
            CheckUse(context, use, classes, library);
        }
    }

    // What keeps the class from being made when the program starts.
    private static string? Obstacle(INamedTypeSymbol type, INamedTypeSymbol wrapper, Compilation compilation) =>
        !LibraryTypes.IsOrDerivesFrom(type, wrapper) ? "it derives neither from ServiceWrapper<TArgs, TResult> nor from AnyServiceWrapper"
        : type.IsAbstract ? "it is abstract, so no object of it can be made"
        : IsGeneric(type) ? "it is generic or stands in a generic type, so no object of it can be made"
        : type.IsFileLocal || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? "generated code cannot see it; make it internal or public"
        : !type.InstanceConstructors.Any(made => made.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(made, compilation.Assembly)) ? "it has no internal or public constructor without parameters"
        : null;

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckUse(SymbolAnalysisContext context, AttributeData use, ClassNames classes, LibraryTypes library)
    {
        if (use.ConstructorArguments is not [{ Kind: TypedConstantKind.Type, Value: ITypeSymbol named }, { Value: var service }] || named.TypeKind == TypeKind.Error)
        {
            return;
        }

        if (named is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsUnboundGenericType: false } connection || !LibraryTypes.IsOrDerivesFrom(named, library.Connection))
        {
            Report(context, Place(context, use, 0), DiagnosticSeverity.Error, $"'{named.Name}' is no connection class, since it does not derive from Connection");
        }
        else if (!context.Compilation.IsSymbolAccessibleWithin(connection, context.Compilation.Assembly))
        {
            Report(context, Place(context, use, 0), DiagnosticSeverity.Error, $"generated code cannot see '{named.Name}'; make it internal or public");
        }
        else if (service is string name)
        {
            CheckService(context, use, connection, name, ServicesOf(connection, classes, library));
        }
    }

    // A derived class may be where the service is introduced.
    private static IMethodSymbol[] ServicesOf(INamedTypeSymbol connection, ClassNames classes, LibraryTypes library) =>
    [
        .. classes.All.Select(visible => visible.Type).Where(type => LibraryTypes.IsOrDerivesFrom(type, connection)).Prepend(connection)
            .SelectMany(type => Services.Of(type, library)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default),
    ];

    private static void CheckService(SymbolAnalysisContext context, AttributeData use, INamedTypeSymbol connection, string name, IMethodSymbol[] services)
    {
        var overloads = services.Where(service => service.Name == name).Select(service => ServiceSignature.Of(service, context.Compilation)).ToArray();
        var wrapped = overloads.Where(overload => overload.Result is not null).ToArray();
        if (overloads.Length == 0)
        {
            ReportUnknown(context, use, connection, name, [.. services.Select(service => service.Name).Distinct(StringComparer.Ordinal)]);
        }
        else if (wrapped.Length == 0)
        {
            Report(context, Place(context, use, 1), DiagnosticSeverity.Warning, $"service '{name}' gives a stream, and streams are not wrapped");
        }
        else if (Typed((INamedTypeSymbol)context.Symbol) is { } typed && !wrapped.Any(overload => overload.Fits(typed, context.Compilation)))
        {
            var allowed = wrapped.Select(overload => overload.ToString()).Distinct(StringComparer.Ordinal).ToArray();
            Report(context, Place(context, use, 1), DiagnosticSeverity.Warning, $"it is a {typed}, and service '{name}' is wrapped by {string.Join(" or ", allowed)}");
        }
    }

    private static void ReportUnknown(SymbolAnalysisContext context, AttributeData use, INamedTypeSymbol connection, string name, string[] names)
    {
        var nearest = NearestName.Find(name, names);
        var reason = $"'{connection.Name}' and the classes derived from it have no service '{name}'{Wording.DidYouMean(nearest)}; their services are {Wording.List(names)}";
        context.ReportDiagnostic(Diagnostic.Create(
            WrapperRules.NeverRuns, Place(context, use, 1), DiagnosticSeverity.Warning, additionalLocations: null, Candidates.Of(nearest, names), context.Symbol.Name, reason));
    }

    private static ServiceSignature? Typed(INamedTypeSymbol type) =>
        Bases(type).FirstOrDefault(ancestor => ancestor is { Name: "ServiceWrapper", TypeArguments.Length: 2 }) is { TypeArguments: [var arguments, var result] }
            ? new ServiceSignature(arguments, result)
            : null;

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    // The attribute's argument as written, or the class where there is none.
    private static Location Place(SymbolAnalysisContext context, AttributeData use, int parameter)
    {
        var written = use.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax { ArgumentList.Arguments: var all } ? all : default;
        var name = parameter == 0 ? "connectionClass" : "service";
        var argument = written.FirstOrDefault(one => one.NameColon?.Name.Identifier.ValueText == name)
            ?? written.Where((one, index) => index == parameter && one.NameColon is null && one.NameEquals is null).FirstOrDefault();
        return argument?.Expression.GetLocation() ?? context.Symbol.Locations[0];
    }

    private static void Report(SymbolAnalysisContext context, Location place, DiagnosticSeverity severity, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(
            WrapperRules.NeverRuns, place, severity, additionalLocations: null, ImmutableDictionary<string, string?>.Empty, context.Symbol.Name, reason));
}
