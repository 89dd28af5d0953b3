namespace ConnectionGen.Generators;

/// <summary>A class marked as the type of a testbed file.</summary>
/// <param name="Declaration">Where it stands.</param>
/// <param name="File">The file that it names, relative to the project.</param>
/// <param name="TestbedMembers">What its properties may not be called: members of every testbed, and its own.</param>
internal sealed record TestbedClassModel(TypeDeclaration Declaration, string File, EquatableArray<string> TestbedMembers);

/// <summary>A testbed class with its file.</summary>
/// <param name="Class">The class.</param>
/// <param name="File">The file; null where no Testbed item is the one that it names.</param>
internal sealed record TestbedModel(TestbedClassModel Class, TestbedFileModel? File);
