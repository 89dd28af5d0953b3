namespace Microsoft.CodeAnalysis;

/// <summary>Hides a type from other assemblies, also from those that see internal types.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
