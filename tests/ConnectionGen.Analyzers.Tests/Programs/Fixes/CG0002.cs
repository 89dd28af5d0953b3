using ConnectionGen;

namespace Project;

/// <summary>Documented.</summary>
[ConnectionClass]
public partial class {|CG0002:One|}(ConnectionContext context) // a comment
{
    // inside
}

[ConnectionClass]
public partial class {|CG0002:Two|} : IDisposable
{
    public void Dispose()
    {
    }
}
// file: Three.cs
using ConnectionGen;

namespace Project;

[ConnectionClass]
internal partial class {|CG0002:Three|}
{
}
