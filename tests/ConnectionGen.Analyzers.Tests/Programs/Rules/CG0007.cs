// errors: allowed
using ConnectionGen;

namespace Project;

public abstract class Root(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[ConnectionClass]
public partial class None(string name) : Root(null!)
//                   ^ CG0007 'None' has no constructors that take a ConnectionContext first
{
    public string Name => name;
}

[ConnectionClass]
public partial class Two : Root
//                   ^ CG0007 'Two' has 2 constructors that take a ConnectionContext first
{
    public Two(ConnectionContext context)
        : base(context)
    {
    }

    public Two(ConnectionContext context, int width)
        : base(context) => Width = width;

    public int Width { get; }
}

// silent: the other one takes no context
[ConnectionClass]
public partial class Right : Root
{
    public Right(ConnectionContext context)
        : base(context)
    {
    }

    public Right()
        : this(null!)
    {
    }
}
