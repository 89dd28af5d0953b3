using System.Net.Sockets;

namespace ConnectionGen.Cli;

/// <summary>A device could not be reached: nobody listens at the port, the name is unknown, the network says no.</summary>
public sealed class ConnectFailedException : IOException, IConnectionFailure
{
    internal ConnectFailedException(string message, ConnectFailure failure, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What kind of failure it was.</summary>
    public ConnectFailure Failure { get; }

    internal static ConnectFailedException From(SocketException e, string target)
    {
        var (failure, what) = e.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => (ConnectFailure.Refused, "connection refused: nobody listens at that port"),
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => (ConnectFailure.UnknownHost, "the host name is not known"),
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => (ConnectFailure.Unreachable, "no route to the host"),
            SocketError.TimedOut => (ConnectFailure.TimedOut, "no answer"),
            SocketError.ConnectionReset => (ConnectFailure.Closed, "the link was reset at once"),
            _ => (ConnectFailure.Other, e.Message),
        };
        return new ConnectFailedException($"Cannot connect to {target}: {what}.", failure, e);
    }
}

/// <summary>Why a device could not be reached.</summary>
public enum ConnectFailure
{
    /// <summary>Another reason; see the inner exception.</summary>
    Other,

    /// <summary>The host answered that nobody listens at the port.</summary>
    Refused,

    /// <summary>The name resolves to no address.</summary>
    UnknownHost,

    /// <summary>There is no route to the address.</summary>
    Unreachable,

    /// <summary>The address did not answer within the limit.</summary>
    TimedOut,

    /// <summary>Client and server have no algorithm in common.</summary>
    NoCommonAlgorithm,

    /// <summary>The program that leads to the device could not be started.</summary>
    NotStarted,

    /// <summary>The server closed the link while the session was being set up.</summary>
    Closed,
}
