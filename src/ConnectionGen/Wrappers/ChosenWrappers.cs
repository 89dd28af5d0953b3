namespace ConnectionGen;

/// <summary>
/// What one connection takes from a set of wrappers, chosen once for each of its services. A look along the few services that were called yet
/// costs a call less than a dictionary.
/// </summary>
internal sealed class ChosenWrappers(WrapperSet from)
{
    private Choice? _last;

    public WrapperSet From => from;

    public ServiceWrapper[] For(Connection connection, ServiceInfo service)
    {
        for (var choice = Volatile.Read(ref _last); choice is not null; choice = choice.Before)
        {
            if (choice.Service == service)
            {
                return choice.Wrappers;
            }
        }

        return Choose(connection, service);
    }

    /// <summary>Two calls may choose at the same time; what both find is the same.</summary>
    private ServiceWrapper[] Choose(Connection connection, ServiceInfo service)
    {
        var chosen = from.Choose(connection, service);
        Choice? before;
        do
        {
            before = Volatile.Read(ref _last);
        }
        while (Interlocked.CompareExchange(ref _last, new(service, chosen, before), before) != before);
        return chosen;
    }

    private sealed class Choice(ServiceInfo service, ServiceWrapper[] wrappers, Choice? before)
    {
        public ServiceInfo Service => service;

        public ServiceWrapper[] Wrappers => wrappers;

        public Choice? Before => before;
    }
}
