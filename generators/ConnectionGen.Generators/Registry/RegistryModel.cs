namespace ConnectionGen.Generators;

/// <summary>A connection class with its names in testbed files.</summary>
/// <param name="Type">The class as generated code writes it.</param>
/// <param name="Names">Its names; empty for a class of another assembly.</param>
internal sealed record RegisteredClass(string Type, EquatableArray<string> Names);

/// <summary>What the registration of a compilation holds.</summary>
/// <param name="Own">The classes of this assembly.</param>
/// <param name="Referenced">Those of referenced assemblies.</param>
internal sealed record RegistryModel(EquatableArray<RegisteredClass> Own, EquatableArray<string> Referenced);
