using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>Finds connection classes that are in each other's way: CG0008, CG0009 and CG0015.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassPairsAnalyzer : DiagnosticAnalyzer
{
    private static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConnectionClassRules.SameName, ServiceRules.OtherResult, ServiceRules.OtherNames];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(static compilation =>
        {
            if (LibraryTypes.Of(compilation.Compilation) is { } library)
            {
                var classes = ClassManifest.Of(compilation.Compilation, library);
                CheckNames(compilation, classes);
                CheckServices(compilation, classes, library);
            }
        });
    }

    private static void CheckNames(CompilationAnalysisContext context, ImmutableArray<NamedClass> classes)
    {
        var doubled = classes.SelectMany(named => named.Names.Select(name => (Name: name, Class: named)))
            .GroupBy(pair => pair.Name, pair => pair.Class, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .ToArray();
        if (doubled.Length == 0)
        {
            return;
        }

        var used = Used(TestbedItems.Of(context.Options, context.CancellationToken));
        foreach (var group in doubled)
        {
            var (first, second) = (group.First(), group.ElementAt(1));
            var place = first.Type.Locations[0].IsInSource ? first : second;
            if (used.TryGetValue(group.Key, out var use))
            {
                // where both come from elsewhere, there is only the place that uses the name
                var written = use.Item.Locate(use.Name.Range);
                var (here, there) = place.Type.Locations[0] is { IsInSource: true } ours ? (ours, new[] { written }) : (written, []);
                context.ReportDiagnostic(Diagnostic.Create(ConnectionClassRules.SameName, here, there, first.FullName, second.FullName, group.Key, Wording.Place(use.Name.Range)));
            }
        }
    }

    private static Dictionary<string, (TestbedItem Item, YamlScalar Name)> Used(TestbedItems items)
    {
        var used = new Dictionary<string, (TestbedItem, YamlScalar)>(StringComparer.Ordinal);
        foreach (var item in items.All)
        {
            foreach (var block in item.Document.Devices.SelectMany(device => device.Paths.Select(path => path.Body).Concat(device.Defaults is { } defaults ? [defaults] : [])))
            {
                if (block["class"] is YamlScalar { IsNull: false } name && !used.ContainsKey(name.Text))
                {
                    used.Add(name.Text, (item, name));
                }
            }
        }

        return used;
    }

    private static void CheckServices(CompilationAnalysisContext context, ImmutableArray<NamedClass> classes, LibraryTypes library)
    {
        var services = classes.SelectMany(named => Services.Of(named.Type, library)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var group in services.GroupBy(Key, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                Compare(context, first, other);
            }
        }
    }

    private static string Key(IMethodSymbol method) =>
        $"{method.Name}({string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})";

    private static void Compare(CompilationAnalysisContext context, IMethodSymbol first, IMethodSymbol second)
    {
        var (here, there) = second.Locations[0].IsInSource ? (second, first) : (first, second);
        if (!here.Locations[0].IsInSource)
        {
            return;
        }

        var rule = !SymbolEqualityComparer.Default.Equals(here.ReturnType, there.ReturnType) ? ServiceRules.OtherResult
            : !HaveSameForm(here, there) ? ServiceRules.OtherNames
            : null;
        if (rule is not null)
        {
            var isResult = rule.Equals(ServiceRules.OtherResult);
            context.ReportDiagnostic(Diagnostic.Create(
                rule, here.Locations[0], there.Locations.Where(location => location.IsInSource),
                here.Name, here.ContainingType.Name, Form(here, isResult), there.ContainingType.Name, Form(there, isResult)));
        }
    }

    private static bool HaveSameForm(IMethodSymbol a, IMethodSymbol b) => a.Parameters.Zip(b.Parameters, (x, y) =>
        x.Name == y.Name && x.HasExplicitDefaultValue == y.HasExplicitDefaultValue && (!x.HasExplicitDefaultValue || Equals(x.ExplicitDefaultValue, y.ExplicitDefaultValue))).All(same => same);

    private static string Form(IMethodSymbol method, bool isResult) =>
        isResult ? method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) : method.ToDisplayString(s_signature);
}
