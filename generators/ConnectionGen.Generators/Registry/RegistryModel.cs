namespace ConnectionGen.Generators;

/// <summary>A connection class with its names in testbed files.</summary>
/// <param name="Type">The class as generated code writes it.</param>
/// <param name="Names">Its names.</param>
/// <param name="Arguments">Its arguments with their forms.</param>
/// <param name="IsDefault">True for the class that is used where nobody names one.</param>
/// <param name="NeedsCredentials">True for a class that logs in.</param>
internal sealed record RegisteredClass(string Type, EquatableArray<string> Names, EquatableArray<string> Arguments, bool IsDefault, bool NeedsCredentials);

/// <summary>What the registration of a compilation holds.</summary>
/// <param name="Own">The classes of this assembly.</param>
/// <param name="Referenced">Those of referenced assemblies.</param>
/// <param name="Wrappers">The wrappers of this assembly.</param>
/// <param name="ReferencedWrappers">Those of referenced assemblies.</param>
internal sealed record RegistryModel(
    EquatableArray<RegisteredClass> Own, EquatableArray<string> Referenced, EquatableArray<WrapperModel> Wrappers, EquatableArray<WrapperModel> ReferencedWrappers)
{
    public bool IsEmpty => Own.Count + Referenced.Count + Wrappers.Count + ReferencedWrappers.Count == 0;
}

/// <summary>What referenced assemblies name in their manifests.</summary>
/// <param name="Classes">Their connection classes.</param>
/// <param name="Wrappers">Their wrappers.</param>
internal sealed record ReferencedManifests(EquatableArray<ClassServices> Classes, EquatableArray<WrapperModel> Wrappers);
