using ConnectionGen;

namespace Project;

/// <summary>Documented.</summary>
[ConnectionClass]
public partial class One(ConnectionContext context) : Connection(context) // a comment
{
    // inside
}

[ConnectionClass]
public partial class Two : Connection, IDisposable
{
    public void Dispose()
    {
    }
}
// file: Three.cs
using ConnectionGen;

namespace Project;

[ConnectionClass]
internal partial class Three : Connection
{
}
