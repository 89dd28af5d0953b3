namespace ConnectionGen;

/// <summary>
/// Marks a public virtual method of a connection class as a service: it can be called through the device, an alias, a pool and the
/// connection itself, one call at a time, with wrappers, log, trace and metrics around it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServiceAttribute : Attribute
{
    /// <summary>True for a service whose calls belong together (send, then receive): on a pool it is refused outside a lease.</summary>
    public bool NeedsLease { get; set; }
}
