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
        while (ambient is { IsClosed: true })
        {
            ambient = ambient._outer;
        }

        _outer = ambient;
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
                return ambient is Held held ? throw held.Refuse() : ambient;
            }
        }

        return root;
    }

    /// <summary>The call is over; the gate is left when the last call inside has left, too.</summary>
    public void Leave() => Close();

    protected override void OnClosed() => _entered.Exit();

    /// <summary>Marks a caller's flow that holds a connection beyond a call: an enumeration that is open, or a scope.</summary>
    internal sealed class Held(Gate gate, Frame? ambient, string what) : Frame(gate, ambient)
    {
        public InvalidOperationException Refuse() =>
            new($"This flow still holds the connection in {what}; dispose that before calling another service, which would wait for itself.");

        /// <summary>A mark holds no gate of its own.</summary>
        protected override void OnClosed()
        {
        }
    }
}
