using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Checks what a connection class is and how it is made: CG0002, CG0003, CG0007, CG0010, CG0012, CG0013, and CG0006 of its arguments.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectionClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ConnectionClassRules.NotAConnection, ConnectionClassRules.CannotDerive, ConnectionClassRules.Constructor, ConnectionClassRules.NoYamlForm,
        ConnectionClassRules.ReservedArgument, ConnectionClassRules.RequiredMember, ServiceRules.CannotForward,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Of(start.Compilation) is { } library)
            {
                start.RegisterSymbolAction(symbol => Check(symbol, library), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, LibraryTypes library)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (LibraryTypes.Find(type, library.ConnectionClass) is null)
        {
            return;
        }

        if (Obstacle(type) is { } obstacle)
        {
            Report(context, ConnectionClassRules.CannotDerive, type, type.Name, obstacle);
        }

        if (BaseFault(type, library) is { } fault)
        {
            Report(context, ConnectionClassRules.NotAConnection, type, type.Name, fault);
            return;
        }

        CheckConstructors(context, type, library);
        CheckRequired(context, type, library);
    }

    private static string? BaseFault(INamedTypeSymbol type, LibraryTypes library)
    {
        // What a class derives from that does not exist is for the compiler to say.
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.TypeKind == TypeKind.Error)
            {
                return null;
            }
        }

        return !LibraryTypes.IsOrDerivesFrom(type, library.Connection) ? "does not derive from ConnectionGen.Connection"
            : LibraryTypes.IsOrDerivesFrom(type, library.ConnectionPool) ? "derives from ConnectionPool; a pool is made of connections and made by ConnectPoolAsync"
            : null;
    }

    private static string? Obstacle(INamedTypeSymbol type)
    {
        if (type.IsStatic || type.IsSealed || type.IsAbstract)
        {
            return type.IsStatic ? "static" : type.IsSealed ? "sealed" : "abstract";
        }

        if (type.IsRecord || type.IsFileLocal)
        {
            return type.IsRecord ? "a record" : "visible in its file only";
        }

        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            var isItself = SymbolEqualityComparer.Default.Equals(outer, type);
            if (outer.TypeParameters.Length > 0)
            {
                return isItself ? "generic" : $"inside the generic type '{outer.Name}'";
            }

            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return isItself ? "hidden from the rest of the assembly" : $"inside '{outer.Name}', which is hidden from the rest of the assembly";
            }
        }

        return null;
    }

    private static void CheckConstructors(SymbolAnalysisContext context, INamedTypeSymbol type, LibraryTypes library)
    {
        if (type.IsStatic)
        {
            return;
        }

        var fitting = type.InstanceConstructors
            .Where(constructor => constructor.Parameters is [{ RefKind: RefKind.None } first, ..] && SymbolEqualityComparer.Default.Equals(first.Type, library.ConnectionContext))
            .ToArray();
        if (fitting is not [var only])
        {
            Report(context, ConnectionClassRules.Constructor, type, type.Name, fitting.Length == 0 ? "no" : fitting.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        foreach (var argument in only.Parameters.Skip(1))
        {
            CheckArgument(context, type, argument);
        }
    }

    private static void CheckArgument(SymbolAnalysisContext context, INamedTypeSymbol type, IParameterSymbol argument)
    {
        if (Forwarding.Obstacle(argument) is { } obstacle)
        {
            Report(context, ServiceRules.CannotForward, argument, $"Argument '{argument.Name}'", type.Name, obstacle);
        }
        else if (argument is { HasExplicitDefaultValue: false, IsParams: false } && !ArgumentTypes.HaveYamlForm(argument.Type))
        {
            Report(context, ConnectionClassRules.NoYamlForm, argument, argument.Name, type.Name, argument.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        if (argument.Name is "device" or "alias" or "via" or "poolSize" or "poolTimeout" or "cancellationToken")
        {
            Report(context, ConnectionClassRules.ReservedArgument, argument, argument.Name, type.Name);
        }
    }

    private static void CheckRequired(SymbolAnalysisContext context, INamedTypeSymbol type, LibraryTypes library)
    {
        for (var declaring = type; declaring is not null && !SymbolEqualityComparer.Default.Equals(declaring, library.Connection); declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    // One of a base class is said at the class that is made.
                    var place = SymbolEqualityComparer.Default.Equals(declaring, type) ? member : type;
                    Report(context, ConnectionClassRules.RequiredMember, place, member.Name, type.Name);
                }
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, ISymbol place, params object[] words) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.Locations[0], words));
}
