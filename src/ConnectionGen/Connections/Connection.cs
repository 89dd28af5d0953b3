namespace ConnectionGen;

/// <summary>Comes with the runtime.</summary>
public abstract class Connection;

/// <summary>Comes with the runtime.</summary>
public sealed class ConnectionContext;
