namespace ConnectionGen.Generators;

/// <summary>The pipeline's named steps, so that tests can ask each why it ran.</summary>
public static class StepNames
{
    /// <summary>The checksum of what one syntax tree declares.</summary>
    public const string TreeDeclarations = nameof(TreeDeclarations);

    /// <summary>The models of all classes that carry one of our attributes.</summary>
    public const string MarkedClasses = nameof(MarkedClasses);

    /// <summary>A connection class of this compilation.</summary>
    public const string ConnectionClasses = nameof(ConnectionClasses);

    /// <summary>The name of a connection class's generated file before collisions.</summary>
    public const string ConnectionClassFileNames = nameof(ConnectionClassFileNames);

    /// <summary>Names of generated files that differ in case only.</summary>
    public const string CollidingFileNames = nameof(CollidingFileNames);

    /// <summary>A connection class with the name of its generated file.</summary>
    public const string ConnectionClassFiles = nameof(ConnectionClassFiles);

    /// <summary>The name of the assembly that is compiled.</summary>
    public const string AssemblyName = nameof(AssemblyName);

    /// <summary>The wrappers of this compilation.</summary>
    public const string Wrappers = nameof(Wrappers);

    /// <summary>The wrappers of referenced assemblies.</summary>
    public const string ReferencedWrappers = nameof(ReferencedWrappers);

    /// <summary>The connection classes and wrappers that referenced assemblies name in their manifests.</summary>
    public const string Manifests = nameof(Manifests);

    /// <summary>The connection classes of referenced assemblies.</summary>
    public const string ReferencedClasses = nameof(ReferencedClasses);

    /// <summary>A connection class with its names in testbed files.</summary>
    public const string RegisteredClasses = nameof(RegisteredClasses);

    /// <summary>What the registry holds.</summary>
    public const string Registry = nameof(Registry);

    /// <summary>What the accessors are made from: each class's services.</summary>
    public const string ClassServices = nameof(ClassServices);

    /// <summary>The accessors.</summary>
    public const string Accessors = nameof(Accessors);

    /// <summary>Whether the compilation's language has extension properties.</summary>
    public const string HasExtensionProperties = nameof(HasExtensionProperties);

    /// <summary>The constant aliases of one syntax tree.</summary>
    public const string TreeAliases = nameof(TreeAliases);

    /// <summary>The default aliases of a testbed file.</summary>
    public const string FileAliases = nameof(FileAliases);

    /// <summary>The aliases that become properties.</summary>
    public const string Aliases = nameof(Aliases);

    /// <summary>The additional files that are testbeds.</summary>
    public const string TestbedItems = nameof(TestbedItems);

    /// <summary>A testbed file as read by itself.</summary>
    public const string TestbedReadings = nameof(TestbedReadings);

    /// <summary>A testbed file with all that it extends or includes.</summary>
    public const string TestbedFiles = nameof(TestbedFiles);

    /// <summary>A class marked as the type of a testbed file.</summary>
    public const string TestbedClasses = nameof(TestbedClasses);

    /// <summary>The name of a testbed class's generated file before collisions.</summary>
    public const string TestbedFileNames = nameof(TestbedFileNames);

    /// <summary>A testbed class with its file.</summary>
    public const string Testbeds = nameof(Testbeds);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TreeDeclarations, MarkedClasses, ConnectionClasses, ConnectionClassFileNames, CollidingFileNames, ConnectionClassFiles, AssemblyName, Manifests, ReferencedClasses, ReferencedWrappers, RegisteredClasses, Wrappers, Registry,
        ClassServices, Accessors, HasExtensionProperties, TreeAliases, FileAliases, Aliases, TestbedItems, TestbedReadings, TestbedFiles, TestbedClasses, TestbedFileNames, Testbeds,
    ];
}
