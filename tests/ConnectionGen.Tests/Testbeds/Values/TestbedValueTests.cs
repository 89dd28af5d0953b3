using System.Net;

namespace ConnectionGen.Tests.Testbeds.Values;

/// <summary>What is the user's own in a testbed is kept and can be read.</summary>
public sealed class TestbedValueTests
{
    private readonly TestbedValue _custom = Described.Device("""
        devices:
          r1:
            custom:
              images: {kickstart: k.bin, system: [a.bin, b.bin]}
              vlans: [10, 20]
              ratio: 0.5
              wait: PT1M30S
              enabled: on
              gateway: 10.0.0.1
              address: 10.0.0.2/24
              empty:
              name: "%{self}"
              unset: "%ENV{NOWHERE}"
              api_password: hidden
              1: one
        """).Custom;

    [Fact]
    public void Keys_lead_to_values()
    {
        Assert.Equal(("k.bin", "b.bin", "one"), (_custom["images"]["kickstart"].Text, _custom["images"]["system"][1].Text, _custom["1"].Text));
        Assert.Equal((20, 20L, 0.5, true), (_custom["vlans"][1].ToInt32(), _custom["vlans"][1].ToInt64(), _custom["ratio"].ToDouble(), _custom["enabled"].ToBoolean()));
        Assert.Equal((TimeSpan.FromSeconds(90), IPAddress.Parse("10.0.0.1"), "10.0.0.2/24"), (_custom["wait"].ToTimeSpan(), _custom["gateway"].ToIPAddress(), _custom["address"].ToInterfaceAddress()?.ToString()));
        Assert.Equal(("r1", "hidden"), (_custom["name"].Text, _custom["api_password"].Secret?.Reveal()));
    }

    [Fact]
    public void What_is_asked_for_a_secret_does_not_show()
    {
        var questions = new List<TestbedQuestion>();
        var custom = Described.Testbed(
            "devices: {}\ntestbed: {custom: {pin: '%ASK{pin}', name: '%ASK{name}'}}\n", new TestbedOptions { Ask = question => { questions.Add(question); return "1234"; } }).Custom;

        Assert.Equal(("1234", "1234"), (custom["pin"].Secret?.Reveal(), custom["name"].Text));
        Assert.Equal([("pin", true), ("name", false)], questions.Select(static question => (question.Text, question.IsSecret)));
    }

    [Fact]
    public void Lists_and_maps_are_walked_in_file_order()
    {
        Assert.Equal(["kickstart", "system"], _custom["images"].Keys);
        Assert.Equal(["kickstart", "system"], _custom["images"].Items.Select(static item => item.Key));
        Assert.Equal(["custom.images.system.0", "custom.images.system.1"], _custom["images"]["system"].Items.Select(static item => item.Path));
        Assert.Equal(["a.bin", "b.bin"], _custom["images"]["system"].Texts);
        Assert.Equal(["k.bin"], _custom["images"]["kickstart"].Texts);
        Assert.Equal("k.bin", Assert.Single(_custom["images"]["kickstart"].Items).Text);
    }

    [Fact]
    public void What_is_not_there_does_not_exist_and_throws_nothing()
    {
        var nothing = _custom["a"]["b"][7]["c"];
        Assert.Equal((false, null, 0, 0), (nothing.Exists, nothing.Text, nothing.Items.Count, nothing.Texts.Count));
        Assert.Equal((null, null, null), (nothing.ToInt32(), nothing.ToIPAddress(), nothing.Secret));
        Assert.Equal((false, null, ""), (_custom["empty"].Exists, _custom["empty"].Text, _custom["empty"].ToString()));
        Assert.Equal((null, "custom.a.b.7.c"), (nothing.Range, nothing.Path));
        Assert.NotNull(_custom["empty"].Range);
    }

    [Fact]
    public void A_value_of_another_kind_is_refused_where_it_stands()
    {
        Assert.Equal("lab.yaml(4,15): error CG2008: 'custom.images' of device 'r1' is a map; expected a single value.", Assert.Throws<TestbedValueException>(() => _custom["images"].Text).Message);
        Assert.Equal("lab.yaml(6,14): error CG2008: 'custom.ratio' of device 'r1' is '0.5'; expected a map.", Assert.Throws<TestbedValueException>(() => _custom["ratio"]["x"]).Message);
        Assert.Contains("expected a whole number from -2147483648 to 2147483647", Assert.Throws<TestbedValueException>(() => _custom["ratio"].ToInt32()).Message, StringComparison.Ordinal);
        Assert.Contains("expected true or false", Assert.Throws<TestbedValueException>(() => _custom["ratio"].ToBoolean()).Message, StringComparison.Ordinal);
        Assert.Contains("expected an IP address", Assert.Throws<TestbedValueException>(() => _custom["ratio"].ToIPAddress()).Message, StringComparison.Ordinal);
        Assert.Contains("'custom.api_password' of device 'r1' is not shown, being a secret", Assert.Throws<TestbedValueException>(() => _custom["api_password"].ToInt64()).Message, StringComparison.Ordinal);
        Assert.Contains("'NOWHERE', which 'custom.unset' of device 'r1' is taken from", Assert.Throws<TestbedValueException>(() => _custom["unset"].Text).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_shows_no_secret_and_resolves_nothing()
    {
        Assert.Equal(("********", "%ENV{NOWHERE}", "a list of 2", "a map of 2"), (_custom["api_password"].ToString(), _custom["unset"].ToString(), _custom["vlans"].ToString(), _custom["images"].ToString()));
    }

    [Fact]
    public void A_management_that_cannot_be_is_refused()
    {
        var management = Described.Device("""
            devices:
              r1:
                management:
                  vlan: 5000
                  switchport: maybe
                  gateway: {ipv4: gw}
                  routes: {ipv4: [{subnet: 10.0.0.0/8}]}
            """).Management;
        Assert.Contains("'vlan' of device 'r1' is '5000'; expected a whole number from 1 to 4094", Assert.Throws<TestbedValueException>(() => management.Vlan).Message, StringComparison.Ordinal);
        Assert.Contains("expected access, trunk or no", Assert.Throws<TestbedValueException>(() => management.Switchport).Message, StringComparison.Ordinal);
        Assert.Contains("'management.gateway.ipv4' of device 'r1' is 'gw'; expected an IP address", Assert.Throws<TestbedValueException>(() => management.IPv4Gateway).Message, StringComparison.Ordinal);
        Assert.Equal("lab.yaml(7,23): error CG2004: 'management.routes.ipv4.0' of device 'r1' has no 'next-hop'", Assert.Throws<TestbedValueException>(() => management.IPv4Routes).Message);
    }
}
