using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConnectionGen.Analyzers;

/// <summary>What the types of a compilation say about testbeds and devices.</summary>
internal sealed class TestbedTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, KnownDevice?> _devices = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, TestbedItem?> _testbeds = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _testbedAttribute;
    private readonly INamedTypeSymbol? _deviceAttribute;
    private readonly INamedTypeSymbol? _handle;
    private readonly INamedTypeSymbol? _manager;

    private TestbedTypes(Compilation compilation, INamedTypeSymbol device, TestbedItems items)
    {
        Device = device;
        Items = items;
        Testbed = compilation.GetTypeByMetadataName("ConnectionGen.Testbed");
        Models = new Models(compilation);
        _testbedAttribute = compilation.GetTypeByMetadataName("ConnectionGen.TestbedAttribute");
        _deviceAttribute = compilation.GetTypeByMetadataName("ConnectionGen.TestbedDeviceAttribute");
        _handle = compilation.GetTypeByMetadataName("ConnectionGen.ConnectionHandle");
        _manager = compilation.GetTypeByMetadataName("ConnectionGen.ConnectionManager");
    }

    public TestbedItems Items { get; }

    public Models Models { get; }

    public INamedTypeSymbol Device { get; }

    public INamedTypeSymbol? Testbed { get; }

    /// <summary>Null where the compilation does not use the library.</summary>
    public static TestbedTypes? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        compilation.GetTypeByMetadataName("ConnectionGen.Device") is { } device
            ? new TestbedTypes(compilation, device, TestbedItems.Of(options, cancellationToken))
            : null;

    public bool IsDevice(ITypeSymbol? type) => type is not null && DerivesFrom(type, Device);

    public bool IsTestbed(ITypeSymbol? type) => type is not null && Testbed is not null && DerivesFrom(type, Testbed);

    public bool IsHandle(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _handle);

    public bool IsManager(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _manager);

    /// <summary>Whether what a type's members do is about one device.</summary>
    public bool IsOfDevice(ITypeSymbol? type) => IsDevice(type) || IsManager(type);

    public bool IsOfLibrary(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Device.ContainingAssembly);

    /// <summary>Whether a variable may hold a testbed's devices by name.</summary>
    public bool MayHoldDevices(ISymbol variable) =>
        (variable switch { ILocalSymbol local => local.Type, IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null })
            is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } && IsDevice(value);

    /// <summary>The device that a variable or result is marked as, with <c>[TestbedDevice]</c>.</summary>
    public string? MarkOf(ISymbol symbol) => _deviceAttribute is null ? null : symbol switch
    {
        IMethodSymbol method => Mark(method.GetReturnTypeAttributes()),
        // of a record's property at its parameter
        IPropertySymbol { ContainingType.IsRecord: true } property => Mark(property.GetAttributes())
            ?? property.ContainingType.InstanceConstructors.SelectMany(made => made.Parameters).Where(parameter => parameter.Name == property.Name).Select(parameter => Mark(parameter.GetAttributes())).FirstOrDefault(mark => mark is not null),
        IParameterSymbol or IPropertySymbol or IFieldSymbol => Mark(symbol.GetAttributes()),
        _ => null,
    };

    /// <summary>The devices of this name, one in each testbed that has it.</summary>
    public DeviceAnswer Named(string device)
    {
        var found = Items.All.Select(item => (Item: item, Node: DeviceNames.Find(item, device))).Where(pair => pair.Node is not null).Select(pair => KnownDevice.Of(pair.Item, pair.Node!)).ToArray();
        return found.Length == 0 ? DeviceAnswer.Foreign : DeviceAnswer.OneOf(found);
    }

    /// <summary>The device that a generated device type stands for, or null.</summary>
    public KnownDevice? DeviceOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: not null } named && IsDevice(named)
            ? _devices.GetOrAdd(named, _ => Resolve(named))
            : null;

    /// <summary>The file that a testbed type was made from, or null.</summary>
    public TestbedItem? TestbedOf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (_testbeds.GetOrAdd(current, Declared) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>The class's testbed attribute, or null.</summary>
    public AttributeData? AttributeOf(ITypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _testbedAttribute));

    private string? Mark(ImmutableArray<AttributeData> attributes) => attributes
        .FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _deviceAttribute)) is { ConstructorArguments: [{ Value: string device }] } ? device : null;

    private static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => DerivesFrom(constraint, ancestor));
    }

    private TestbedItem? Declared(ITypeSymbol type) =>
        AttributeOf(type) is { ConstructorArguments: [{ Value: string file }] } && Items.Find(file) is [var item] ? item : null;

    private KnownDevice? Resolve(INamedTypeSymbol type)
    {
        if (AttributeOf(type.ContainingType) is null)
        {
            return null;
        }

        if (TestbedOf(type.ContainingType) is { } item)
        {
            var named = DeviceNames.OfType(item, type.Name);
            return named is null ? null : KnownDevice.Of(item, named);
        }

        return Compiled(type, type.Name.TrimEnd('_'));
    }

    // A testbed of a referenced assembly: its file is not here, its constants are.
    private static KnownDevice? Compiled(INamedTypeSymbol type, string name)
    {
        if (type.Locations.Any(location => location.IsInSource) || type.GetTypeMembers("Via") is not [var via])
        {
            return null;
        }

        var paths = via.GetMembers().OfType<IFieldSymbol>().Select(field => field.ConstantValue).OfType<string>().ToImmutableArray();
        return new KnownDevice(name.EndsWith("Device", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Device".Length) : name, paths, null, null);
    }
}
