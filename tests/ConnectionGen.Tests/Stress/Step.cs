using CsCheck;

namespace ConnectionGen.Tests.Stress;

internal enum Verb
{
    Instantiate,
    InstantiatePool,
    Connect,
    ConnectPool,
    Call,
    Lease,
    Resize,
    Disconnect,
    Destroy,
    DisconnectAll,
    DestroyAll,
}

/// <summary>One thing that a user does, and what goes wrong with it.</summary>
internal sealed record Step(Verb Verb, string Alias, Fault Fault)
{
    public static readonly string[] Aliases = ["default", "a", "b"];

    public static readonly Gen<Step> Any = Gen.Select(
        Gen.OneOf(
            Verb.Instantiate, Verb.InstantiatePool, Verb.Connect, Verb.Connect, Verb.Connect, Verb.ConnectPool, Verb.ConnectPool, Verb.Call, Verb.Call, Verb.Call, Verb.Call, Verb.Lease, Verb.Lease, Verb.Resize,
            Verb.Disconnect, Verb.Destroy, Verb.DisconnectAll, Verb.DestroyAll),
        Gen.OneOf(Aliases),
        Gen.OneOf(Fault.None, Fault.None, Fault.None, Fault.None, Fault.Open, Fault.Close, Fault.Slow, Fault.Throw, Fault.EndLink, Fault.Cancel),
        static (verb, alias, fault) => new Step(verb, alias, fault));

    /// <summary>How many workers a pool shall have; it begins with two.</summary>
    public int Size => Fault switch
    {
        Fault.Open or Fault.Slow => 3,
        Fault.Close or Fault.Throw => 1,
        _ => 2,
    };

    public async Task RunAsync(Device device, CancellationToken cancellationToken)
    {
        switch (Verb)
        {
            case Verb.Instantiate:
                device.Instantiate(Alias);
                break;
            case Verb.InstantiatePool:
                device.InstantiatePool(2, Alias);
                break;
            case Verb.Connect:
                await device.ConnectAsync(Alias, cancellationToken: cancellationToken);
                break;
            case Verb.ConnectPool:
                await device.ConnectPoolAsync(2, Alias, cancellationToken: cancellationToken);
                break;
            case Verb.Call:
                Assert.Equal("ok", await device.Alias(Alias).StressAsync(Call, cancellationToken));
                break;
            case Verb.Lease when Pool(device) is { } pool:
                await using (var lease = await pool.LeaseAsync(cancellationToken))
                {
                    Assert.Equal("ok", await lease.Connection.StressAsync(StressCall.Yield, cancellationToken));
                    Assert.Equal("ok", await lease.Connection.StressAsync(Call, cancellationToken));
                }

                break;
            case Verb.Resize when Pool(device) is { } pool:
                await pool.ResizeAsync(Size, cancellationToken);
                break;
            case Verb.Disconnect:
                await device.DisconnectAsync(Alias, cancellationToken);
                break;
            case Verb.Destroy:
                await device.DestroyAsync(Alias, cancellationToken);
                break;
            case Verb.DisconnectAll:
                await device.DisconnectAllAsync(cancellationToken);
                break;
            case Verb.DestroyAll:
                await device.DestroyAllAsync(cancellationToken);
                break;
        }
    }

    public override string ToString() => $"{Verb} {Alias} {Fault}";

    private ConnectionPool<StressConnection>? Pool(Device device) => device.ConnectionManager.Connections.GetValueOrDefault(Alias) as ConnectionPool<StressConnection>;

    private StressCall Call => Fault switch
    {
        Fault.Throw => StressCall.Throw,
        Fault.EndLink => StressCall.EndLink,
        Fault.Slow => StressCall.Wait,
        Fault.None => StressCall.Yield,
        _ => StressCall.Return,
    };
}

/// <summary>Steps one after the other, then several flows of steps at the same time.</summary>
internal sealed record Sequence(Step[] First, Step[][] Together, int Seed)
{
    public static readonly Gen<Sequence> Any = Gen.Select(
        Step.Any.Array[0, 10], Step.Any.Array[1, 5].Array[2, 4], Gen.Int, static (first, together, seed) => new Sequence(first, together, seed));

    public override string ToString()
        => $"seed {Seed}; first: {string.Join(", ", (object[])First)}; then together: {string.Join(" | ", Together.Select(static flow => string.Join(", ", (object[])flow)))}";
}
