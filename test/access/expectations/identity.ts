import { addActor } from '../../harness/actors.ts'
import type { Asked, Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { name } from './things.ts'

/** A session or token of somebody else, as everybody else's is. */
async function token(world: World, place: Place): Promise<Asked> {
  const { district, organisation: where } = at(world, place)
  const owner = await addActor(world.house, [{ tenant: district.tenant, role: 'head', organisation: where.id }])
  const reply = await owner.ask('GET', '/api/me/tokens')
  return { params: { id: reply.json().items[0].id } }
}

export const identity: Readonly<Record<string, Expectation>> = {
  signIn: { may: 'public', answers: 401, asks: () => ({ payload: { email: 'nobody', password: 'nothing' } }) },
  requestSignInLink: { may: 'public', answers: 204, asks: () => ({ payload: { email: 'nobody' } }) },
  useSignInLink: { may: 'public', answers: 401, asks: () => ({ payload: { token: 'nothing' } }) },
  useSignInCode: {
    may: 'public',
    answers: 401,
    asks: () => ({ payload: { login: 'nobody', code: 'nothing', password: 'зелёный чайник' } }),
  },
  passSecondStep: { may: 'public', answers: 401, asks: () => ({ payload: { code: '000000' } }) },
  listOutsideDoors: { may: 'public', answers: 200 },
  beginOutside: { may: 'public', answers: 404, asks: () => ({ params: { provider: 'none' } }) },
  finishOutside: {
    may: 'public',
    answers: 404,
    asks: () => ({ params: { provider: 'none' }, payload: { answer: 'code=none' } }),
  },
  askForPasskey: { may: 'public', answers: 200 },
  signInByPasskey: {
    may: 'public',
    answers: 401,
    asks: () => ({
      payload: {
        ticket: 'none',
        credential: { id: 'none', response: { clientDataJSON: 'e30', authenticatorData: 'none', signature: 'none' } },
      },
    }),
  },
  signOut: { may: 'public', answers: 204 },

  changeMe: { may: 'signed-in', belongs: 'nothing', asks: () => ({ payload: {}, version: 1 }) },
  changeMyEmail: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 422,
    asks: () => ({ payload: { email: null, current: 'not the password' }, version: 1 }),
  },
  changeMyPassword: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 422,
    asks: () => ({ payload: { current: 'not the password', password: 'зелёный чайник' } }),
  },
  // A program is let in as far as to hear that it has no second factor.
  getMySecondFactor: { may: 'signed-in', belongs: 'nothing' },
  beginMySecondFactor: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  confirmMySecondFactor: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ payload: { code: '000000' } }),
  },
  renewMyRecoveryCodes: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  removeMySecondFactor: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  listMyPasskeys: { may: 'signed-in', belongs: 'nothing' },
  beginMyPasskey: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  addMyPasskey: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({
      payload: {
        name: 'x',
        ticket: 'none',
        credential: { id: 'none', response: { clientDataJSON: 'e30', attestationObject: 'none', transports: [] } },
      },
    }),
  },
  removeMyPasskey: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ params: { id: 1 }, payload: {} }),
  },
  listMyOutsideDoors: { may: 'signed-in', belongs: 'nothing' },
  beginMyOutsideLink: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ params: { provider: 'none' }, payload: {} }),
  },
  removeMyOutsideLink: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ params: { provider: 'none' }, payload: {} }),
  },
  listMySessions: { may: 'signed-in', belongs: 'nothing' },
  endMyOtherSessions: { may: 'signed-in', belongs: 'nothing' },
  endMySession: { may: 'signed-in', belongs: 'account', asks: token },
  listMyTokens: { may: 'signed-in', belongs: 'nothing' },
  createMyToken: { may: 'signed-in', belongs: 'nothing', asks: () => ({ payload: { name: name() } }) },
  revokeMyToken: { may: 'signed-in', belongs: 'account', asks: token },
}
