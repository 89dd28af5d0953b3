namespace ConnectionGen.Generators;

/// <summary>A wrapper with one thing that it is for.</summary>
/// <param name="Type">The wrapper's class as generated code writes it.</param>
/// <param name="ConnectionClass">The connection class, likewise.</param>
/// <param name="Service">The service's method name; null for all.</param>
/// <param name="Order">Its order.</param>
/// <param name="IsPublic">True where other assemblies can make it.</param>
internal sealed record WrapperModel(string Type, string ConnectionClass, string? Service, int Order, bool IsPublic);
