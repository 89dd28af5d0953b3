using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// A named way to reach a device, as the testbed file describes it: an entry under <c>connections</c>. Values are resolved when they are read, so
/// a markup that gives nothing matters only to who needs the value, who then gets a <see cref="TestbedValueException"/>.
/// </summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class PathDescription
{
    // a wait of more than that is no wait but a mistake; timers cannot run longer either
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(49);

    private readonly PathNode _node;
    private readonly ValueScope _scope;
    private readonly Func<CredentialSet> _deviceCredentials;
    private CredentialSet? _credentials;

    internal PathDescription(PathNode node, ValueScope scope, Func<CredentialSet> deviceCredentials)
    {
        _node = node;
        _scope = scope;
        _deviceCredentials = deviceCredentials;
    }

    /// <summary>The name, which <c>via</c> calls it by.</summary>
    public string Name => _node.Name;

    /// <summary>The connection class of this path; null where <see cref="ConnectionDefaults.Class"/> holds.</summary>
    public string? Class => this["class"];

    /// <summary>The protocol, such as <c>ssh</c>; null where none is named. Client options behind it (<c>ssh -p 22</c>) are part of <see cref="SshOptions"/>.</summary>
    public string? Protocol => this["protocol"]?.Trim() is { Length: > 0 } text ? text.Split(' ', 2)[0] : null;

    /// <summary>The address or host name: <c>ip</c>, else <c>host</c>; null where there is neither. An IPv6 address comes without brackets.</summary>
    public string? Host => (this["ip"] ?? this["host"])?.Trim() switch
    {
        null or "" => null,
        ['[', .. var inner, ']'] => inner,
        var text => text,
    };

    /// <summary>The port; null where none is given, or zero is.</summary>
    public int? Port => _scope.Number(Values, "port", 0, 65535) is { } port and > 0 ? port : null;

    /// <summary>The command that is run to reach the device instead of one made of the other values; null where none is given.</summary>
    public string? Command => this["command"];

    /// <summary>How many connections a call without a size opens on this path; null for a single one.</summary>
    public int? PoolSize => _scope.Number(Values, "pool_size", 1, int.MaxValue);

    /// <summary>How long a call waits for a free connection of the pool; null where the library decides, infinite for zero in the file.</summary>
    public TimeSpan? PoolTimeout
    {
        get
        {
            if (this["pool_timeout"] is not { } text)
                return null;

            return ValueText.ToTimeSpan(text) is { } timeout && timeout >= TimeSpan.Zero && timeout <= s_longestWait
                ? timeout == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : timeout
                : throw _scope.WrongType("pool_timeout", Values["pool_timeout"]!, "seconds from 0 (wait forever) to 49 days, as in 30, 0.5, PT1M30S or 00:01:30");
        }
    }

    /// <summary>The credentials that hold here: the path's own, then the device's, then the testbed's.</summary>
    public CredentialSet Credentials => _credentials ??=
        CredentialSet.Of(_deviceCredentials(), _scope, Values.Mapping("credentials"), CredentialBlocks.FromPath(_node));

    /// <summary>The names of the credentials to log in with, one after the other (<c>login_creds</c>); empty where none are named, which means <c>default</c>.</summary>
    public IReadOnlyList<string> LoginCredentials => _scope.Texts(Values, "login_creds") ?? [];

    /// <summary>The names of the credentials to try when a login is refused; empty where neither the path nor the defaults name any.</summary>
    public IReadOnlyList<string> FallbackCredentials =>
        _scope.Texts(Values, "fallback_credentials") ?? _scope.Texts(_scope.Device?.Defaults, "fallback_credentials") ?? [];

    /// <summary>Options in the form of the ssh program's command line; null where there are none.</summary>
    public string? SshOptions =>
        (OptionsOfProtocol(this["protocol"]), this["ssh_options"]) switch
        {
            (null, var options) => options,
            (var first, null) => first,
            var (first, options) => $"{first} {options}",
        };

    /// <summary>The device to go through, by name; null where there is none or a list describes the way.</summary>
    public string? Proxy => Values["proxy"] is YamlScalar proxy ? _scope.Text(proxy, "proxy") : null;

    /// <summary>How the host key is checked: <c>strict</c>, <c>accept-new</c> or <c>off</c>; null where the testbed's options decide.</summary>
    public string? HostKey => this["host_key"];

    /// <summary>The text under any key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(Values, key);

    /// <summary>The value under any key, also a list or a map, such as <c>settings</c>, <c>service_attributes</c> or what is your own.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Values[key], key, _scope);
    }

    /// <summary>The keys that are given.</summary>
    public IEnumerable<string> Keys => Values.Entries.Select(static entry => entry.Key.Text);

    /// <summary>Where the path's name stands in the testbed file; null where it was made without one.</summary>
    public FileRange? Range => _node.Key.Range;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal YamlMapping Values => _node.Body;

    /// <summary>Where the class is named.</summary>
    internal FileRange? ClassRange => Values["class"]?.Range;

    internal ValueScope Scope => _scope;

    private static string? OptionsOfProtocol(string? protocol) =>
        protocol?.Trim().Split(' ', 2) is [_, var options] ? options.Trim() : null;
}
