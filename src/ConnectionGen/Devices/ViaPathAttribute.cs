namespace ConnectionGen;

/// <summary>Marks a text parameter that names a path of a device, so that the compiler checks constants given to it against the testbed. For your own methods, too.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ViaPathAttribute : Attribute;

/// <summary>Marks a text parameter that names a connection of a device, so that the compiler checks constants given to it. For your own methods, too.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConnectionAliasAttribute : Attribute;
