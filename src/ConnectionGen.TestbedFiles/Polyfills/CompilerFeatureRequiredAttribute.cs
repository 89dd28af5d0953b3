using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Names a feature that a compiler must know to use what is marked.</summary>
/// <param name="featureName">The feature.</param>
[Embedded]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;

    public bool IsOptional { get; init; }
}
