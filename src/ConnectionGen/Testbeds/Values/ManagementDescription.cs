using System.Net;
using System.Net.Sockets;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A device's <c>management</c> block: how the device is to be reached by whoever manages it. Values are resolved when they are read.</summary>
public sealed class ManagementDescription
{
    private static readonly string[] s_switchports = ["access", "trunk", "no"];

    private readonly YamlMapping? _values;
    private readonly ValueScope _scope;

    internal ManagementDescription(YamlMapping? values, ValueScope scope)
    {
        _values = values;
        _scope = scope;
    }

    /// <summary>Whether the file has the block.</summary>
    public bool Exists => _values is not null;

    /// <summary>The interface; null where none is named.</summary>
    public string? Interface => _scope.Text(_values, "interface");

    /// <summary>The IPv4 addresses: <c>address.ipv4</c>, one or a list.</summary>
    /// <exception cref="TestbedValueException">One is no address, or its markup gives nothing.</exception>
    public IReadOnlyList<InterfaceAddress> IPv4Addresses => _scope.Addresses(_values?.Mapping("address"), "ipv4", AddressFamily.InterNetwork);

    /// <summary>The IPv6 addresses: <c>address.ipv6</c>, one or a list.</summary>
    /// <exception cref="TestbedValueException">One is no address, or its markup gives nothing.</exception>
    public IReadOnlyList<InterfaceAddress> IPv6Addresses => _scope.Addresses(_values?.Mapping("address"), "ipv6", AddressFamily.InterNetworkV6);

    /// <summary>The gateway for IPv4; null where none is given.</summary>
    /// <exception cref="TestbedValueException">It is no address, or its markup gives nothing.</exception>
    public IPAddress? IPv4Gateway => Value("gateway")["ipv4"].ToIPAddress();

    /// <summary>The gateway for IPv6; null where none is given.</summary>
    /// <exception cref="TestbedValueException">It is no address, or its markup gives nothing.</exception>
    public IPAddress? IPv6Gateway => Value("gateway")["ipv6"].ToIPAddress();

    /// <summary>The routes for IPv4, <c>routes.ipv4</c>.</summary>
    /// <exception cref="TestbedValueException">One lacks its subnet or next hop, or markup gives nothing.</exception>
    public IReadOnlyList<ManagementRoute> IPv4Routes => Routes("ipv4");

    /// <summary>The routes for IPv6, <c>routes.ipv6</c>.</summary>
    /// <exception cref="TestbedValueException">One lacks its subnet or next hop, or markup gives nothing.</exception>
    public IReadOnlyList<ManagementRoute> IPv6Routes => Routes("ipv6");

    /// <summary>The VRF; null where none is named.</summary>
    public string? Vrf => _scope.Text(_values, "vrf");

    /// <summary>The protocols to switch on; none where none are named.</summary>
    public IReadOnlyList<string> Protocols => _scope.Texts(_values, "protocols") ?? [];

    /// <summary>The VLAN, from 1 to 4094; null where none is given.</summary>
    /// <exception cref="TestbedValueException">It is no such number, or its markup gives nothing.</exception>
    public int? Vlan => _scope.Number(_values, "vlan", 1, 4094);

    /// <summary><c>access</c>, <c>trunk</c> or <c>no</c>, which may be written without quotes; null where nothing is said.</summary>
    /// <exception cref="TestbedValueException">It is something else, or its markup gives nothing.</exception>
    public string? Switchport => _scope.Text(_values, "switchport") switch
    {
        null => null,
        // what other YAML readers make of a plain no
        "false" or "False" => "no",
        var mode when Array.IndexOf(s_switchports, mode) >= 0 => mode,
        _ => throw _scope.WrongType("switchport", _values!["switchport"]!, "access, trunk or no"),
    };

    /// <summary>What stands below <c>rommon</c>: by route processor an <c>address</c> and a <c>gateway</c>.</summary>
    public TestbedValue Rommon => Value("rommon");

    /// <summary>The value under any key, also a list or a map.</summary>
    /// <param name="key">The key.</param>
    public TestbedValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_values?[key], key, $"management.{key}", _scope);
    }

    private IReadOnlyList<ManagementRoute> Routes(string family)
    {
        var routes = Value("routes")[family];

        // a single route may stand without a list
        return routes.Keys.Count > 0 ? [Route(routes)] : [.. routes.Items.Select(Route)];
    }

    private static ManagementRoute Route(TestbedValue route) => new(
        route["subnet"].Text ?? throw route.Incomplete("subnet"),
        route["next-hop"].Text ?? route["next_hop"].Text ?? throw route.Incomplete("next-hop"));
}

/// <summary>A route of a device's management.</summary>
/// <param name="Subnet">The subnet, as the file writes it.</param>
/// <param name="NextHop">The next hop, as the file writes it.</param>
public sealed record ManagementRoute(string Subnet, string NextHop);
