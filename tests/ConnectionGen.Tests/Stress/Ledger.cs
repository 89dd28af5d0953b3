using System.Runtime.CompilerServices;

namespace ConnectionGen.Tests.Stress;

/// <summary>What goes wrong.</summary>
public enum Fault
{
    None,
    Open,
    Close,
    Slow,
    Throw,
    EndLink,
    Cancel,
}

/// <summary>All connections of one testbed, what shall go wrong with them, and what they complain of.</summary>
internal sealed class Ledger
{
    private static readonly ConditionalWeakTable<Testbed, Ledger> s_all = [];

    private readonly Lock _lock = new();
    private readonly List<StressConnection> _connections = [];
    private readonly List<string> _complaints = [];
    private Random? _chance;
    private Fault _planned;

    public static Ledger Of(Testbed testbed) => s_all.GetOrAdd(testbed, static _ => new());

    public IReadOnlyList<StressConnection> Connections
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections];
            }
        }
    }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_lock)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>From now on this one fault happens wherever it can.</summary>
    public void Plan(Fault fault)
    {
        lock (_lock)
        {
            _planned = fault;
            _chance = null;
        }
    }

    /// <summary>From now on faults happen by chance.</summary>
    public void PlanByChance(int seed)
    {
        lock (_lock)
        {
            _chance = new Random(seed);
        }
    }

    public bool Happens(Fault fault)
    {
        lock (_lock)
        {
            return _chance is null ? fault == _planned && fault != Fault.Slow : _chance.Next(100) < (fault == Fault.Slow ? 5 : 12);
        }
    }

    public void Add(StressConnection connection)
    {
        lock (_lock)
        {
            _connections.Add(connection);
        }
    }

    public void Complain(string complaint)
    {
        lock (_lock)
        {
            _complaints.Add(complaint);
        }
    }
}
