namespace ConnectionGen;

/// <summary>
/// One service call that holds a gate. The calls that it makes on the same connection enter the frame instead of the gate, one at a time;
/// the gate is free when the call and the last of them have left.
/// </summary>
internal class Frame : Gate
{
    private readonly Gate _entered;
    private readonly Frame? _outer;

    public Frame(Gate entered, Frame? ambient)
    {
        _entered = entered;
        _outer = ambient is null ? null : InnermostOpen(ambient);
    }

    /// <summary>The innermost frame of this flow. A closed one may linger in flows that outlived it.</summary>
    public static AsyncLocal<Frame?> Current { get; } = new();

    private Gate Root
    {
        get
        {
            var gate = _entered;
            while (gate is Frame frame)
            {
                gate = frame._entered;
            }

            return gate;
        }
    }

    /// <summary>The gate to enter: the innermost open frame of this flow on that connection, or the connection's gate.</summary>
    /// <exception cref="InvalidOperationException">This flow itself holds the connection open in an enumeration or a scope: it would wait for itself.</exception>
    public static Gate Choose(Gate root, Frame? ambient)
    {
        for (; ambient is not null; ambient = ambient._outer)
        {
            if (!ambient.IsClosed && ambient.Root == root)
            {
                return ambient is Held held ? throw held.Refusal() : ambient;
            }
        }

        return root;
    }

    private static Frame? InnermostOpen(Frame? ambient)
    {
        while (ambient is { IsClosed: true })
        {
            ambient = ambient._outer;
        }

        return ambient;
    }

    /// <summary>The call is over; the gate is left when the last call inside has left, too.</summary>
    public void Leave() => Close();

    protected override void OnClosed() => _entered.Exit();

    /// <summary>A flow's hold on a connection for a sequence of calls. Until the connection is its own, the flow's calls wait inside.</summary>
    internal sealed class Sequence : Frame
    {
        private volatile bool _owns;

        public Sequence(Gate gate, Frame? ambient)
            : base(gate, ambient) => TryEnter();

        /// <summary>The gate was entered: the flow's calls may begin.</summary>
        public void Begin()
        {
            _owns = true;
            Exit();
        }

        /// <summary>The gate was not entered: the flow's calls go to the gate itself.</summary>
        public void Abandon() => Refuse();

        protected override void OnClosed()
        {
            if (_owns)
            {
                base.OnClosed();
            }
        }
    }

    /// <summary>Marks a caller's flow that holds a connection beyond a call: an enumeration that is open, or a scope.</summary>
    internal sealed class Held(Gate gate, Frame? ambient, string what) : Frame(gate, ambient)
    {
        public InvalidOperationException Refusal() =>
            new($"This flow still holds the connection in {what}; dispose that before calling another service, which would wait for itself.");

        /// <summary>A mark holds no gate of its own.</summary>
        protected override void OnClosed()
        {
        }
    }
}
