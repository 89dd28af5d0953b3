namespace ConnectionGen;

/// <summary>No worker of a pool was free within the pool's limit.</summary>
/// <param name="message">Device, alias, path, limit and how many workers there are.</param>
public sealed class PoolTimeoutException(string message) : TimeoutException(message), IConnectionFailure;

/// <summary>A pool was asked of a class that refuses pools, such as one for consoles.</summary>
/// <param name="message">Device, alias, path and class.</param>
public sealed class PoolNotSupportedException(string message) : ConnectionGenException(message);
