using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators;

/// <summary>Writes the typed code between connection classes and testbed files. It reports nothing; what is wrong in either is an analyzer's to say.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConnectionGenGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static c => c.AddEmbeddedAttributeDefinition());
        var marked = MarkedClasses(context);
        var classes = ConnectionClasses(context, marked);
        var manifests = ReferencedManifests(context);
        var referenced = manifests.Select(static (m, _) => m.Classes).WithTrackingName(StepNames.ReferencedClasses);
        Registry(context, marked, classes, referenced, manifests.Select(static (m, _) => m.Wrappers).WithTrackingName(StepNames.ReferencedWrappers));
        Accessors(context, classes, referenced);
        var files = TestbedFiles(context);
        Testbeds(context, marked, files);
        Aliases(context, files);
    }

    // After each keystroke the compiler would hand every marked class to its transform again, since anything may have changed its meaning.
    // Only a declaration can, so that all are read again when one changed, and none otherwise.
    private static IncrementalValueProvider<MarkedClasses> MarkedClasses(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.CompilationProvider.SelectMany(static (c, _) => c.SyntaxTrees)
            .Select(static (tree, cancellationToken) => TreeDeclarations.Checksum(tree, cancellationToken)).WithTrackingName(StepNames.TreeDeclarations);
        return context.CompilationProvider.Combine(declarations.Collect()).Combine(context.MetadataReferencesProvider.Collect())
            .Select(static (s, _) => new DeclaredState(s.Left.Left, s.Left.Right, s.Right))
            .Select(static (s, cancellationToken) => Generators.MarkedClasses.In(s.Compilation, cancellationToken)).WithTrackingName(StepNames.MarkedClasses);
    }

    private static IncrementalValuesProvider<ConnectionClassModel> ConnectionClasses(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<MarkedClasses> marked)
    {
        var classes = marked.SelectMany(static (m, _) => m.ConnectionClasses).WithTrackingName(StepNames.ConnectionClasses);
        var colliding = classes.Select(static (c, _) => c.Declaration.FileName()).WithTrackingName(StepNames.ConnectionClassFileNames).Collect()
            .Select(static (names, _) => Colliding(names)).WithTrackingName(StepNames.CollidingFileNames);
        var files = classes.Combine(colliding).Select(static (c, _) => (Class: c.Left, File: FileName(c.Left.Declaration, c.Right, ""))).WithTrackingName(StepNames.ConnectionClassFiles);
        context.RegisterSourceOutput(files, static (output, c) => output.AddSource(c.File, ManagedClassEmitter.Emit(c.Class)));
        return classes;
    }

    private static IncrementalValueProvider<ReferencedManifests> ReferencedManifests(IncrementalGeneratorInitializationContext context)
    {
        var assemblyName = context.CompilationProvider.Select(static (c, _) => c.AssemblyName).WithTrackingName(StepNames.AssemblyName);
        return context.MetadataReferencesProvider.Collect().Combine(assemblyName)
            .Select(static (r, cancellationToken) => ManifestParser.Parse(r.Left, r.Right, cancellationToken)).WithTrackingName(StepNames.Manifests);
    }

    private static void Registry(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<MarkedClasses> marked,
        IncrementalValuesProvider<ConnectionClassModel> classes,
        IncrementalValueProvider<EquatableArray<ClassServices>> referenced,
        IncrementalValueProvider<EquatableArray<WrapperModel>> referencedWrappers)
    {
        var wrappers = marked.Select(static (m, _) => m.Wrappers).WithTrackingName(StepNames.Wrappers);
        var registry = classes.Select(static (c, _) => new RegisteredClass(c.Declaration.FullName, c.Names, c.WrittenArguments.ToEquatableArray(), c.IsDefault, c.NeedsCredentials)).WithTrackingName(StepNames.RegisteredClasses)
            .Collect().Combine(referenced).Combine(wrappers).Combine(referencedWrappers)
            .Select(static (r, _) => Registered(r.Left.Left.Left, r.Left.Left.Right, r.Left.Right, r.Right))
            .WithTrackingName(StepNames.Registry);
        context.RegisterSourceOutput(registry, static (output, r) => Add(output, "ConnectionGen-Registry.g.cs", RegistryEmitter.Emit(r)));
    }

    private static RegistryModel Registered(
        ImmutableArray<RegisteredClass> own, EquatableArray<ClassServices> referenced, EquatableArray<WrapperModel> wrappers, EquatableArray<WrapperModel> referencedWrappers) =>
        new(
            own.OrderBy(static c => c.Type, StringComparer.Ordinal).ToEquatableArray(),
            referenced.Select(static c => c.Type).ToEquatableArray(),
            ManifestParser.Sorted(wrappers),
            referencedWrappers);

    private static void Accessors(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ConnectionClassModel> classes, IncrementalValueProvider<EquatableArray<ClassServices>> referenced)
    {
        var accessors = classes.Select(static (c, _) => c.ToServices()).WithTrackingName(StepNames.ClassServices).Collect().Combine(referenced)
            .Select(static (s, _) => AccessorPlanner.Plan(s.Left.Concat(s.Right))).WithTrackingName(StepNames.Accessors);
        context.RegisterSourceOutput(accessors, static (output, a) => Add(output, "ConnectionGen-Services.g.cs", AccessorEmitter.Emit(a)));
    }

    private static IncrementalValuesProvider<TestbedFileModel> TestbedFiles(IncrementalGeneratorInitializationContext context)
    {
        var items = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (f, _) => TestbedFileParser.Item(f.Left, f.Right))
            .Where(static i => i is not null).Select(static (i, _) => i!).WithTrackingName(StepNames.TestbedItems);

        // each file is read by itself; only those that name others look at all of them again after an edit of one
        return items.Select(static (i, cancellationToken) => TestbedFileParser.Read(i, cancellationToken)).WithTrackingName(StepNames.TestbedReadings)
            .Combine(items.Collect())
            .Select(static (r, cancellationToken) => TestbedFileParser.Complete(r.Left, r.Right, cancellationToken)).WithTrackingName(StepNames.TestbedFiles);
    }

    private static void Testbeds(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<MarkedClasses> marked, IncrementalValuesProvider<TestbedFileModel> files)
    {
        var classes = marked.SelectMany(static (m, _) => m.Testbeds).WithTrackingName(StepNames.TestbedClasses);
        var colliding = classes.Select(static (c, _) => c.Declaration.FileName()).WithTrackingName(StepNames.TestbedFileNames).Collect()
            .Select(static (names, _) => Colliding(names)).WithTrackingName(StepNames.CollidingFileNames);
        var testbeds = classes.Combine(files.Collect()).Combine(colliding)
            .Select(static (t, _) => (Model: new TestbedModel(t.Left.Left, FileOf(t.Left.Left, t.Left.Right)), File: FileName(t.Left.Left.Declaration, t.Right, "-Testbed")))
            .WithTrackingName(StepNames.Testbeds);
        context.RegisterSourceOutput(testbeds, static (output, t) => output.AddSource(t.File, TestbedEmitter.Emit(t.Model)));
    }

    private static void Aliases(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<TestbedFileModel> files)
    {
        var hasExtensions = context.ParseOptionsProvider.Select(static (o, _) => o is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp14 })
            .WithTrackingName(StepNames.HasExtensionProperties);
        var inCode = context.CompilationProvider.SelectMany(static (c, _) => c.SyntaxTrees)
            .Select(static (tree, cancellationToken) => AliasParser.Parse(tree, cancellationToken)).WithTrackingName(StepNames.TreeAliases);
        var inFiles = files.Select(static (f, _) => f.Devices.Select(static d => d.DefaultAlias).OfType<string>().Where(AliasParser.IsPropertyName).ToEquatableArray())
            .WithTrackingName(StepNames.FileAliases);
        var aliases = inCode.Collect().Combine(inFiles.Collect()).Combine(hasExtensions)
            .Select(static (a, _) => a.Right ? Distinct(a.Left.Left, a.Left.Right) : default).WithTrackingName(StepNames.Aliases);
        context.RegisterSourceOutput(aliases, static (output, a) => Add(output, "ConnectionGen-Aliases.g.cs", AliasEmitter.Emit(a)));
    }

    private static EquatableArray<string> Distinct(ImmutableArray<EquatableArray<string>> inCode, ImmutableArray<EquatableArray<string>> inFiles)
    {
        var aliases = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var some in inCode.Concat(inFiles))
        {
            aliases.UnionWith(some);
        }

        return aliases.ToEquatableArray();
    }

    // as the class names it, relative to the project, or where it stands beside the program
    private static TestbedFileModel? FileOf(TestbedClassModel type, ImmutableArray<TestbedFileModel> files) =>
        files.FirstOrDefault(f => f.ProjectPath == type.File) ?? files.FirstOrDefault(f => f.Link == type.File);

    // names of generated files are compared without case
    private static EquatableArray<string> Colliding(ImmutableArray<string> names) =>
        names.GroupBy(static n => n, StringComparer.OrdinalIgnoreCase).Where(static g => g.Skip(1).Any()).SelectMany(static g => g)
            .OrderBy(static n => n, StringComparer.Ordinal).ToEquatableArray();

    // no type's name holds the sign that stands before an ending
    private static string FileName(TypeDeclaration type, EquatableArray<string> colliding, string ending)
    {
        var name = type.FileName();
        var capitals = colliding.Any(c => c == name) ? "-" + string.Concat(name.Select((c, i) => char.IsUpper(c) ? i + "." : "")).TrimEnd('.') : "";
        return name + capitals + ending + ".g.cs";
    }

    private static void Add(SourceProductionContext output, string file, SourceText? text)
    {
        if (text is not null)
        {
            output.AddSource(file, text);
        }
    }
}
