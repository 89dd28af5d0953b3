namespace ConnectionGen.Tests.Stress;

/// <summary>What a device's connections are after some steps, said simply: which aliases there are, pool of how many or not, open or not.</summary>
internal sealed class Model
{
    private readonly SortedDictionary<string, (int Size, bool IsOpen)> _aliases = new(StringComparer.Ordinal);

    /// <summary>Takes the step, and says which exception it ends with; null for none.</summary>
    public Type? Take(Step step)
    {
        switch (step.Verb)
        {
            case Verb.Instantiate:
                _aliases.TryAdd(step.Alias, (0, false));
                return null;
            case Verb.InstantiatePool or Verb.ConnectPool when _aliases.TryGetValue(step.Alias, out var single) && single.Size == 0:
                return typeof(ConnectionClassMismatchException);
            case Verb.InstantiatePool:
                _aliases.TryAdd(step.Alias, (2, false));
                return null;
            case Verb.Connect or Verb.ConnectPool:
                _aliases.TryAdd(step.Alias, (step.Verb == Verb.ConnectPool ? 2 : 0, false));
                return Connect(step);
            case Verb.DisconnectAll or Verb.DestroyAll:
                return All(step);
            case Verb.Lease or Verb.Resize:
                return _aliases.TryGetValue(step.Alias, out var pool) && pool.Size > 0 ? step.Verb == Verb.Lease ? Lease(step, pool) : Resize(step, pool) : null;
        }

        if (!_aliases.TryGetValue(step.Alias, out var it))
        {
            return typeof(ConnectionNotFoundException);
        }

        return step.Verb == Verb.Call ? Call(step, it) : End(step, it);
    }

    /// <summary>What is to be seen: alias, open or not.</summary>
    public IEnumerable<(string Alias, bool IsPool, bool IsOpen)> Seen => _aliases.Select(static pair => (pair.Key, pair.Value.Size > 0, pair.Value.IsOpen));

    public int Links => _aliases.Values.Sum(static it => it.IsOpen ? Math.Max(1, it.Size) : 0);

    private Type? Connect(Step step)
    {
        var it = _aliases[step.Alias];
        if (!it.IsOpen && step.Fault == Fault.Open)
        {
            return typeof(ConnectionOpenException);
        }

        _aliases[step.Alias] = it with { IsOpen = true };
        return null;
    }

    private Type? Call(Step step, (int Size, bool IsOpen) it)
    {
        if (step.Fault == Fault.Cancel && (it.IsOpen || it.Size == 0))
        {
            return typeof(OperationCanceledException);
        }

        if (!it.IsOpen)
        {
            return typeof(NotConnectedException);
        }

        _aliases[step.Alias] = it with { IsOpen = it.Size > 0 || step.Fault != Fault.EndLink }; // a pool reconnects its worker
        return step.Fault == Fault.Throw ? typeof(PlannedException) : null;
    }

    private static Type? Lease(Step step, (int Size, bool IsOpen) pool)
        => !pool.IsOpen ? typeof(NotConnectedException) : step.Fault == Fault.Throw ? typeof(PlannedException) : null;

    /// <summary>Workers that cannot be opened leave the pool as it was; those that cannot be closed are gone all the same.</summary>
    private Type? Resize(Step step, (int Size, bool IsOpen) pool)
    {
        if (pool.IsOpen && step.Size > pool.Size && step.Fault == Fault.Open)
        {
            return typeof(ConnectionOpenException);
        }

        _aliases[step.Alias] = pool with { Size = step.Size };
        return pool.IsOpen && step.Size < pool.Size && step.Fault == Fault.Close ? typeof(PlannedException) : null;
    }

    private Type? End(Step step, (int Size, bool IsOpen) it)
    {
        _aliases[step.Alias] = it with { IsOpen = false };
        if (step.Verb == Verb.Destroy)
        {
            _aliases.Remove(step.Alias);
        }

        return it.IsOpen && step.Fault == Fault.Close ? typeof(PlannedException) : null;
    }

    private Type? All(Step step)
    {
        var fails = step.Fault == Fault.Close && _aliases.Values.Any(static it => it.IsOpen);
        foreach (var alias in _aliases.Keys.ToArray())
        {
            _aliases[alias] = _aliases[alias] with { IsOpen = false };
        }

        if (step.Verb == Verb.DestroyAll)
        {
            _aliases.Clear();
        }

        return fails ? typeof(AggregateException) : null;
    }
}
